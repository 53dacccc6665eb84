package dev.postroom.messaging.jdbc.internal.session;

import dev.postroom.messaging.jdbc.internal.dialect.NestedChanges;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.failure.OtherWriter;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.value.Numbers;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.ResultReader;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Runs the statements, the plans and the personal changes of one operation on its connection. */
public final class Session extends StatementRunner {

    private final Statements statements;

    /**
     * Makes a session.
     *
     * @param handle the connection
     * @param statements of the storage
     */
    public Session(Handle handle, Statements statements) {
        super(handle, statements.names(), statements.kept());
        this.statements = statements;
    }

    /**
     * Waits until no other transaction writes messages, and keeps others from it until this one ends. The row that is locked
     * last is the first one that a rollback frees, while the other is still locked: so nobody else has it when H2 restores it
     * for the second time, and the two together are never free too early.
     */
    public void lockWriters() {
        lock(InstallationSql.LOCK_WRITERS);
        lock(InstallationSql.LOCK_VERSIONS);
    }

    private void lock(String text) {
        try {
            if (list(text, Params.none(), row -> row.number("version")).isEmpty()) {
                throw new StorageException(
                        "the table " + names.of("$schema")
                                + " lacks one of its first rows; JdbcOptions.migrate() adds it",
                        false,
                        false,
                        null);
            }
        } catch (JdbiException e) {
            throw Failures.sql(e)
                    .filter(dialect.errors()::isTransient)
                    .<RuntimeException>map(OtherWriter::new)
                    .orElse(e);
        }
    }

    /** Makes a change with its log rows; answers how many rows it changed. A row that is there already is no failure. */
    public int change(LoggedChange change, Params params) {
        return ifAbsent(() -> changed(names.of(change), params));
    }

    private int changed(String sent, Params params) {
        return dialect.answersChanges()
                ? answered(sent, params, row -> (int) row.number(ResultReader.ANSWER))
                        .orElseThrow(Session::unanswered)
                : noted(handle.createUpdate(sent)
                        .bindNamedArgumentFinder(params)
                        .execute());
    }

    /**
     * Runs a plan; in one round trip where the database can.
     *
     * @param done makes the answer of a plan that is done
     * @param refused makes the answer of one that is not; empty if nothing that it read says why
     * @return nothing if the plan is not done and says nothing of it
     */
    public <T> Optional<T> write(WritePlan plan, Params params, Numbers.Reader<T> done, Reader<Optional<T>> refused) {
        if (dialect.runsScripts()) {
            Reader<Optional<T>> answer = row ->
                    row.number(ResultReader.ANSWER) == 1 ? Optional.of(done.read(row::number)) : refused.read(row);
            return claiming(plan.claims(), () -> answered(names.of(plan), params, answer))
                    .flatMap(Function.identity());
        }
        if (statements.stepByStep(plan).run(this, params)) {
            return Optional.of(done(done, params));
        }
        return plan.refused()
                .flatMap(why -> first(why.query(), params, refused))
                .flatMap(Function.identity());
    }

    /** Runs a plan of which every step must happen, step by step. */
    public void writeStepByStep(WritePlan plan, Params params) {
        if (!statements.stepByStep(plan).run(this, params)) {
            throw Failures.brokenOff();
        }
    }

    private static <T> T done(Numbers.Reader<T> reader, Params params) {
        try {
            return reader.read(name -> params.number(StepByStep.parameter(name)));
        } catch (SQLException e) {
            throw Failures.fault("a number of a plan cannot be read");
        }
    }

    private <T> T claiming(boolean claims, Supplier<T> script) {
        try {
            return script.get();
        } catch (JdbiException e) {
            if (claims && Failures.sql(e).filter(dialect.errors()::isDuplicate).isPresent()) {
                refuseKilled();
            }
            throw e;
        }
    }

    /** Makes a change with its log rows for each of several parameters; answers how many changed anything. */
    public long changes(LoggedChange change, Collection<Params> params) {
        String text = dialect.answersChanges() ? names.of(NestedChanges.update(change)) : names.of(change);
        List<Params> changed = new ArrayList<>();
        List<Params> rest = changing(text, params, changed);
        // A statement that was let go of has changed nothing either, so those that had nothing to change are asked
        // again.
        changing(text, rest, changed);
        if (dialect.answersChanges()) {
            expectEach(LogSql.ROW, changed);
        }
        return changed.size();
    }

    /** Makes changes, adds the parameters of those that changed a row, and answers the others. */
    private List<Params> changing(String text, Collection<Params> params, List<Params> changed) {
        int[] counts = batch(text, params);
        List<Params> rest = new ArrayList<>();
        Iterator<Params> each = params.iterator();
        for (int count : counts) {
            (count > 0 ? changed : rest).add(each.next());
        }
        return rest;
    }
}
