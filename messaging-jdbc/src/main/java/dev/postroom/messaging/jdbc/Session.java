package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.jdbc.Row.Reader;
import dev.postroom.messaging.model.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Runs the statements of one operation on its connection. */
final class Session {

    /** How many rows are changed in one batch, and in one transaction where a call may be several. */
    static final int PIECE = 500;

    private final Handle handle;
    private final SqlRenderer names;
    private final Dialect dialect;
    private boolean undone;
    private boolean changed;
    private boolean changedRows;
    private boolean openScript;

    Session(Handle handle, SqlRenderer names, Dialect dialect) {
        this.handle = handle;
        this.names = names;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Asks that nothing of this operation is kept, although it has an answer. */
    void undo() {
        undone = true;
    }

    boolean isUndone() {
        return undone;
    }

    /** Whether there is anything to undo: a statement has changed a row, or a script has run, of which that is not known. */
    boolean hasChanged() {
        return changed;
    }

    /** Whether a statement has changed a row that is not a script. */
    boolean hasChangedRows() {
        return changedRows;
    }

    /** Whether a script was sent and its answer not read to the end. */
    boolean hasOpenScript() {
        return openScript;
    }

    private int noted(int rows) {
        changedRows |= rows > 0;
        changed |= rows > 0;
        return rows;
    }

    /**
     * Waits until no other transaction writes messages, and keeps others from it until this one ends. The row that is locked
     * last is the first one that a rollback frees, while the other is still locked: so nobody else has it when H2 restores it
     * for the second time, and the two together are never free too early.
     */
    void lockWriters() {
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
                    .filter(dialect::isTransient)
                    .<RuntimeException>map(OtherWriter::new)
                    .orElse(e);
        }
    }

    <T> List<T> list(String text, Params params, Reader<T> reader) {
        long began = System.nanoTime();
        List<T> rows = kept(
                names.of(text),
                sent -> handle.createQuery(sent)
                        .bindNamedArgumentFinder(params)
                        .map(new Rows<>(reader))
                        .list());
        refuseLate(began);
        return rows;
    }

    /** An answer that took as long as it may take can be one that has lost values. */
    private void refuseLate(long began) {
        if (dialect.losesValues()) {
            Integer seconds = handle.getConfig(SqlStatements.class).getQueryTimeout();
            if (seconds != null && seconds > 0 && System.nanoTime() - began >= TimeUnit.SECONDS.toNanos(seconds)) {
                throw Failures.late();
            }
        }
    }

    <T> Optional<T> first(String text, Params params, Reader<T> reader) {
        return list(text, params, reader).stream().findFirst();
    }

    /** The same of what is looked for by a query within the query: an empty answer is asked for twice where it may be lost. */
    <T> Optional<T> found(String text, Params params, Reader<T> reader) {
        Optional<T> answer = first(text, params, reader);
        return answer.isEmpty() && dialect.losesValues() ? first(text, params, reader) : answer;
    }

    int update(String text, Params params) {
        return noted(handle.createUpdate(names.of(text))
                .bindNamedArgumentFinder(params)
                .execute());
    }

    /** Makes a change that must change so many rows: a database may let go of a statement without a word. */
    void expect(int rows, String text, Params params) {
        if (update(text, params) != rows) {
            throw Failures.brokenOff();
        }
    }

    /**
     * Makes a change that must change a row for each of several parameters; answers false if that cannot be told, as drivers
     * that send a batch as one statement do not know the counts.
     */
    boolean expectEach(String text, Collection<Params> params) {
        int[] counts = batch(names.of(text), params);
        if (IntStream.of(counts).anyMatch(count -> count != 1 && count != Statement.SUCCESS_NO_INFO)) {
            throw Failures.brokenOff();
        }
        return IntStream.of(counts).allMatch(count -> count == 1);
    }

    /** Makes a change with its log rows; answers how many rows it changed. A row that is there already is no failure. */
    int change(LoggedChange change, Params params) {
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
    <T> Optional<T> write(WritePlan plan, Params params, Numbers.Reader<T> done, Reader<Optional<T>> refused) {
        if (dialect.runsScripts()) {
            Reader<Optional<T>> answer = row ->
                    row.number(ResultReader.ANSWER) == 1 ? Optional.of(done.read(row::number)) : refused.read(row);
            return claiming(plan.claims(), () -> answered(names.of(plan), params, answer))
                    .flatMap(Function.identity());
        }
        if (names.stepByStep(plan).run(this, params)) {
            return Optional.of(done(done, params));
        }
        return plan.refused()
                .flatMap(why -> first(why.query(), params, refused))
                .flatMap(Function.identity());
    }

    /** Runs a plan of which every step must happen, step by step. */
    void writeStepByStep(WritePlan plan, Params params) {
        if (!names.stepByStep(plan).run(this, params)) {
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
            if (claims && Failures.sql(e).filter(dialect::isDuplicate).isPresent()) {
                refuseKilled();
            }
            throw e;
        }
    }

    /** A script handles the duplicates that it expects, unless it is killed: then none of its handlers runs. */
    private void refuseKilled() {
        if (openScript && dialect.losesValues()) {
            throw Failures.brokenOff();
        }
    }

    private static StorageException unanswered() {
        return Failures.fault("a script has no answer");
    }

    /** Closes the statement by itself: Jdbi leaves it open until the handle is closed. */
    private <T> Optional<T> answered(String text, Params params, Reader<T> reader) {
        changed = true;
        openScript = true;
        Optional<T> answer = kept(text, sent -> {
            try (Query query = handle.createQuery(sent).bindNamedArgumentFinder(params)) {
                return query.execute((statement, context) -> ResultReader.last(statement.get(), reader));
            }
        });
        openScript = false;
        return answer;
    }

    /** Asks by the text, or by the name under which the connection keeps it. */
    private <T> T kept(String text, Function<String, T> ask) {
        Optional<KeptStatement> kept = dialect.keepsByName() ? names.kept().of(text) : Optional.empty();
        return kept.isPresent() ? kept.get().run(handle, ask, names.kept()) : ask.apply(text);
    }

    /** Makes a change with its log rows for each of several parameters; answers how many changed anything. */
    long changes(LoggedChange change, Collection<Params> params) {
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

    /** Inserts a row unless it is there: somebody else's row is an answer, not a failure. */
    boolean claim(String text, Params params) {
        return ifAbsent(() -> noted(handle.createUpdate(names.claiming(text))
                        .bindNamedArgumentFinder(params)
                        .execute()))
                > 0;
    }

    private int ifAbsent(IntSupplier insert) {
        try {
            return insert.getAsInt();
        } catch (JdbiException e) {
            if (Failures.sql(e).filter(dialect::isDuplicate).isPresent()) {
                refuseKilled();
                return 0;
            }
            throw e;
        }
    }

    /** In several batches if there are many: each has the time that a statement may take. */
    private int[] batch(String sent, Collection<Params> params) {
        changedRows |= !params.isEmpty();
        changed |= !params.isEmpty();
        int[] counts = new int[params.size()];
        int done = 0;
        Iterator<Params> each = params.iterator();
        while (each.hasNext()) {
            PreparedBatch batch = handle.prepareBatch(sent);
            for (int i = 0; i < PIECE && each.hasNext(); i++) {
                batch.bindNamedArgumentFinder(each.next()).add();
            }
            int[] some = batch.execute();
            System.arraycopy(some, 0, counts, done, some.length);
            done += some.length;
        }
        return counts;
    }

    /**
     * Reads the rows of a result, finding each column once.
     *
     * @param <T> what is made of a row
     * @param reader makes it
     */
    private record Rows<T>(Reader<T> reader) implements RowMapper<T> {

        @Override
        public T map(ResultSet result, StatementContext context) throws SQLException {
            return reader.read(new Row(result));
        }

        @Override
        public RowMapper<T> specialize(ResultSet result, StatementContext context) {
            Row row = new Row(result);
            return (same, given) -> reader.read(row);
        }
    }
}
