package dev.postroom.messaging.jdbc.internal.session;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.ResultReader;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Runs single statements of one operation on its connection, and notes what they have changed. */
abstract class StatementRunner {

    /** The number of rows that one batch changes, and one transaction of a call that may be several. */
    public static final int PIECE = 500;

    final Handle handle;
    final SqlRenderer names;
    final Dialect dialect;
    private boolean undone;
    private boolean changed;
    private boolean changedRows;
    private boolean openScript;
    private final KeptStatements kept;

    StatementRunner(Handle handle, SqlRenderer names, KeptStatements kept) {
        this.handle = handle;
        this.names = names;
        this.kept = kept;
        dialect = names.dialect();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Asks that nothing of this operation is kept, although it has an answer. */
    public void undo() {
        undone = true;
    }

    public boolean isUndone() {
        return undone;
    }

    /** Whether there is anything to undo: a statement has changed a row, or a script has run, of which that is not known. */
    public boolean hasChanged() {
        return changed;
    }

    /** Whether a statement has changed a row that is not a script. */
    public boolean hasChangedRows() {
        return changedRows;
    }

    /** Whether a script was sent and its answer not read to the end. */
    public boolean hasOpenScript() {
        return openScript;
    }

    int noted(int rows) {
        changedRows |= rows > 0;
        changed |= rows > 0;
        return rows;
    }

    public <T> List<T> list(String text, Params params, Reader<T> reader) {
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

    public <T> Optional<T> first(String text, Params params, Reader<T> reader) {
        return list(text, params, reader).stream().findFirst();
    }

    /**
     * Does the same for a query with a subquery: where a killed subquery loses its value, an empty answer is asked for
     * twice.
     */
    public <T> Optional<T> found(String text, Params params, Reader<T> reader) {
        Optional<T> answer = first(text, params, reader);
        return answer.isEmpty() && dialect.losesValues() ? first(text, params, reader) : answer;
    }

    int update(String text, Params params) {
        return noted(handle.createUpdate(names.of(text))
                .bindNamedArgumentFinder(params)
                .execute());
    }

    /** Makes a change that must change so many rows: a database may let go of a statement without a word. */
    public void expect(int rows, String text, Params params) {
        if (update(text, params) != rows) {
            throw Failures.brokenOff();
        }
    }

    /**
     * Makes a change that must change a row for each of several parameters; answers false if that cannot be told, as drivers
     * that send a batch as one statement do not know the counts.
     */
    public boolean expectEach(String text, Collection<Params> params) {
        int[] counts = batch(names.of(text), params);
        if (IntStream.of(counts).anyMatch(count -> count != 1 && count != Statement.SUCCESS_NO_INFO)) {
            throw Failures.brokenOff();
        }
        return IntStream.of(counts).allMatch(count -> count == 1);
    }

    /** A script handles the duplicates that it expects, unless it is killed: then none of its handlers runs. */
    void refuseKilled() {
        if (openScript && dialect.losesValues()) {
            throw Failures.brokenOff();
        }
    }

    static StorageException unanswered() {
        return Failures.fault("a script has no answer");
    }

    /** Closes the statement by itself: Jdbi leaves it open until the handle is closed. */
    <T> Optional<T> answered(String text, Params params, Reader<T> reader) {
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
        Optional<KeptStatement> known = dialect.keepsByName() ? kept.of(text) : Optional.empty();
        return known.isPresent() ? kept.run(known.get(), handle, ask) : ask.apply(text);
    }

    /** Inserts a row unless it is there: somebody else's row is an answer, not a failure. */
    public boolean claim(String text, Params params) {
        return ifAbsent(() -> noted(handle.createUpdate(names.claiming(text))
                        .bindNamedArgumentFinder(params)
                        .execute()))
                > 0;
    }

    int ifAbsent(IntSupplier insert) {
        try {
            return insert.getAsInt();
        } catch (JdbiException e) {
            if (Failures.sql(e).filter(dialect.errors()::isDuplicate).isPresent()) {
                refuseKilled();
                return 0;
            }
            throw e;
        }
    }

    /** In several batches if there are many: each has the time that a statement may take. */
    int[] batch(String sent, Collection<Params> params) {
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
