package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.Jdbi;

/**
 * The differences between databases. Queries are written so that all databases understand them; a write is a plan, which each
 * dialect renders.
 */
interface Dialect {

    /** The dialect of the database behind a connection, unless somebody knows better. */
    static Dialect of(Connection connection, JdbcOptions options) throws SQLException {
        Database database = options.database().isPresent() ? options.database().get() : detected(connection);
        return switch (database) {
            case H2 -> H2Dialect.ofHost(connection);
            case POSTGRESQL -> new PostgresDialect();
            case MARIADB -> new MariaDbDialect();
        };
    }

    private static Database detected(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> Database.H2;
            case "PostgreSQL" -> Database.POSTGRESQL;
            case "MariaDB" -> Database.MARIADB;
            default ->
                throw new StorageException(
                        "no support for the database \"" + product + "\"; supported are H2, PostgreSQL and MariaDB;"
                                + " JdbcOptions.database(…) says which of them it is under another name",
                        false,
                        false,
                        null);
        };
    }

    /** The schema that a connection is in. */
    default String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** A name as it is written in a statement. */
    default String quoted(String name) {
        return '"' + name + '"';
    }

    /** Whether a schema is not there. */
    boolean isMissingSchema(SQLException failure);

    /** Whether a column is not there. */
    boolean isMissingColumn(SQLException failure);

    /** The folder of the schema's files. */
    String folder();

    /** Registers how lists are bound, so that {@link #threads} and {@link #parties} can read them. */
    void configure(Jdbi jdbi);

    /** Puts a change and its log rows into one statement. */
    String logged(LoggedChange change);

    /** Whether such a statement tells how many rows changed by a row of its own, instead of as other updates do. */
    default boolean answersChanges() {
        return false;
    }

    /** Makes an insert one that does nothing if the row is there; it may also fail with a duplicate. */
    default String claiming(String insert) {
        return insert;
    }

    /** What a query that decides something under a lock ends with, so that it reads the newest there is. */
    default String newest() {
        return "";
    }

    /** Whether connections keep statements under a name, and would otherwise read them each time. */
    default boolean keepsByName() {
        return false;
    }

    /**
     * Whether a statement that is killed, or whose time is up, while it computes a query in it may go on as if that had no
     * rows, and not fail. An update then changes fewer rows than it should; an insert stores, and a query answers, what
     * follows from no rows. Other parts of a statement fail as they should.
     */
    default boolean losesValues() {
        return false;
    }

    /**
     * Whether the driver begins a transaction together with its first statement, so that the statement runs as a transaction
     * of its own if the beginning is cancelled. The first statement of an operation must not write then.
     */
    default boolean beginsLate() {
        return false;
    }

    /** Whether several statements can go in one round trip. */
    default boolean runsScripts() {
        return false;
    }

    /**
     * Undoes what is left of a script that failed.
     *
     * @param joined whether in a transaction of the host
     * @throws SQLException if that fails, or it cannot be told whether there is anything to undo
     */
    default void takeBack(Connection connection, boolean joined) throws SQLException {}

    /** Makes one text of a plan. */
    default String plan(WritePlan plan) {
        throw Failures.fault("this database runs no scripts");
    }

    /** Whether a short plan for what is usual is worth while: the parts of a statement cost time, used or not. */
    default boolean hasShortPlans() {
        return false;
    }

    /** Joins {@code m} with its thread {@code t}, looked up row by row whatever a planner guesses of the number of rows. */
    default String thread() {
        return "left join $thread t on t.tenant = :tenant and t.id = m.thread_id";
    }

    /** Whether a plan is kept only if the length of a page stands in its text. */
    default boolean plansByLength() {
        return false;
    }

    /** A table {@code v} with a column {@code id} of the threads in {@code :threads}. */
    String threads();

    /** The same of {@code :thread}. PostgreSQL sees that it is one; of a list that is a parameter it cannot know. */
    default String theThread() {
        return "unnest(array[cast(:thread as uuid)]) v(id)";
    }

    /** A table {@code v} with a column {@code id} of the parties in {@code :parties}. */
    String parties();

    /** A table {@code v} with the columns {@code id} and {@code rights} of what {@link Params#members} has set. */
    default String members() {
        return "unnest(:members, :rights) v(id, rights)";
    }

    /**
     * A table {@code n} with a column {@code seqs} of the numbers that {@link Params#offsets} has set, where a join finds no
     * range by an index that differs from row to row.
     */
    default Optional<String> offsets() {
        return Optional.empty();
    }

    /** Has a query of messages look them up by their author, where it would not by itself. */
    default String byAuthor() {
        return "";
    }

    /**
     * Whether rows are read in the order of an index only if the order names the columns too that a condition fixes. Others
     * leave such columns out by themselves, but for MariaDB before 11, which sorts for them.
     */
    default boolean ordersByFixed() {
        return false;
    }

    /** Whether a failure may mean that the database was closed and began anew, empty, while it was opened. */
    default boolean vanishes(RuntimeException failure) {
        return false;
    }

    /** Whether a row was there already. */
    boolean isDuplicate(SQLException failure);

    /** Whether a table is not there. */
    boolean isMissingTable(SQLException failure);

    /** Whether the same operation may succeed when it is repeated at once. */
    boolean isTransient(SQLException failure);

    /** Whether the same call may succeed when its caller repeats it later; includes what is transient, not lost connections. */
    boolean isPassing(SQLException failure);

    /** Whether the failure ended the transaction it happened in. */
    boolean endsTransaction(SQLException failure);

    /** Answers what the host can do about a failure, where its codes do not say it; empty if nothing is known. */
    default String advice(SQLException failure) {
        return "";
    }

    /** Whether the failure's own message can be shown: it holds no value of a parameter. */
    boolean isPresentable(SQLException failure);

    /** The isolation in which a transaction sees one moment throughout. */
    default int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** Whether the time-out can be set for a single statement without harm. */
    default boolean limitsStatements() {
        return true;
    }

    /**
     * The lock that operations which write take in this process, where the database may have one transaction at a time that
     * writes messages.
     */
    default Optional<Lock> oneWriter() {
        return Optional.empty();
    }

    /** Prepares the transaction that is about to begin on a connection. */
    default void begin(Connection connection) throws SQLException {}

    /**
     * Whether an operation that fails inside a host's transaction needs a savepoint to leave nothing. Not where after any
     * failed statement the transaction can only be rolled back anyway.
     */
    default boolean savepoints() {
        return true;
    }

    /** Prepares a connection for operations that are their own transaction; nothing of the host's is open on it. */
    void prepare(Connection connection) throws SQLException;

    /** Lets the statements of an inspection take as long as they need, or ends that. */
    default void lift(Connection connection, boolean lifted) throws SQLException {}

    /** Refuses a database that is set up so that the promises of a storage cannot be kept. */
    void validate(Connection connection, SqlRenderer names) throws SQLException;
}
