package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.Jdbi;

/** H2 2.x. */
final class H2Dialect implements Dialect {

    /** A level of isolation that JDBC has no name for. */
    private static final int SNAPSHOT = 6;

    private static final int LOCK_TIMEOUT = 50200;
    private static final int SCHEMA_NOT_FOUND = 90079;
    private static final int CONCURRENT_UPDATE = 90131;
    /** No connection in time, a statement that took too long. */
    private static final Set<Integer> PASSING = Set.of(8001, 57014);

    /** A connection or a database that is closed, is being closed, or broke. */
    private static final Set<Integer> CLOSED = Set.of(90007, 90067, 90098, 90121, 90135);

    /** A file that cannot be read or written, and what H2 has no other number for. */
    private static final Set<Integer> GIVEN_UP = Set.of(50000, 90028, 90030, 90031);

    /** Failures of opening, closing and reaching the database, and of locks; they name files, settings and tables only. */
    private static final Set<Integer> PRESENTABLE = Set.of(
            8001,
            28000,
            57014,
            90007,
            90020,
            90028,
            90030,
            90031,
            90062,
            90067,
            90098,
            90121,
            90131,
            90146,
            LOCK_TIMEOUT);

    private static final String FILE = "select database_path()";

    private static final String MODE =
            "select s.setting_value from information_schema.settings s where s.setting_name = 'MODE'";

    /** Compatibility modes that lack LIMIT, for instance. */
    private static final Set<String> UNREADABLE = Set.of("STRICT", "MSSQLSERVER");

    /** The time-out in the settings of every session; zero if they are the host's. */
    private final Duration sessionTimeout;

    private final Optional<Lock> oneWriter;

    private final boolean memory;

    private H2Dialect(Duration sessionTimeout, Optional<Lock> oneWriter, boolean memory) {
        this.sessionTimeout = sessionTimeout;
        this.memory = memory;
        this.oneWriter = oneWriter;
    }

    /** Of a database that only this library has connections to. */
    static H2Dialect embedded(Duration sessionTimeout) {
        return new H2Dialect(sessionTimeout, Optional.empty(), false);
    }

    /** Of a database that the host has connections to as well: in memory, or in a file. */
    static H2Dialect ofHost(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery(FILE)) {
            Optional<String> path = file.next() ? Optional.ofNullable(file.getString(1)) : Optional.empty();
            return new H2Dialect(Duration.ZERO, path.map(H2Writers::of), path.isEmpty());
        }
    }

    /**
     * A database in memory is closed, and lost, when it has no connection for a moment. With several first connections at
     * once that happens even if its URL says that it stays open.
     */
    @Override
    public boolean vanishes(RuntimeException failure) {
        return memory
                && Failures.sql(failure)
                        .map(thrown -> isClosing(thrown) || isMissingTable(thrown))
                        .orElse(failure instanceof IllegalStateException);
    }

    @Override
    public Optional<Lock> oneWriter() {
        return oneWriter;
    }

    /** Whether H2 may have closed the database with a failure, or before it. */
    static boolean isClosing(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode()) || GIVEN_UP.contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingSchema(SQLException failure) {
        return failure.getErrorCode() == SCHEMA_NOT_FOUND;
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return "42S22".equals(failure.getSQLState());
    }

    @Override
    public String folder() {
        return "h2";
    }

    @Override
    public void configure(Jdbi jdbi) {
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Integer.class, "integer");
    }

    @Override
    public String logged(LoggedChange change) {
        return NestedChanges.h2(change);
    }

    @Override
    public boolean ordersByFixed() {
        return true;
    }

    @Override
    public String threads() {
        return "unnest(:threads) v(id)";
    }

    @Override
    public String parties() {
        return "unnest(:parties) v(id)";
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        String state = failure.getSQLState();
        return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state);
    }

    @Override
    public boolean isTransient(SQLException failure) {
        return "40001".equals(failure.getSQLState())
                || failure.getErrorCode() == LOCK_TIMEOUT
                || failure.getErrorCode() == CONCURRENT_UPDATE;
    }

    @Override
    public boolean isPassing(SQLException failure) {
        int code = failure.getErrorCode();
        return isTransient(failure) || PASSING.contains(code) || CLOSED.contains(code);
    }

    /** A deadlock rolls back everything; the connection then goes on in a new transaction as if nothing had been. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("40001") || state.startsWith("08") || CLOSED.contains(failure.getErrorCode());
    }

    /** Others name the values that caused them. */
    @Override
    public boolean isPresentable(SQLException failure) {
        return PRESENTABLE.contains(failure.getErrorCode());
    }

    /** What H2 calls repeatable read shows each table at the moment it is first read. */
    @Override
    public int snapshotIsolation() {
        return SNAPSHOT;
    }

    /**
     * H2 takes a statement's time-out for one of the whole session, keeps it for whatever the host runs there next, and
     * forgets all compiled statements of all sessions each time it is set. What can wait here is a lock, and that wait is
     * limited by H2's own lock time-out; an embedded database has the limit in its settings.
     */
    @Override
    public boolean limitsStatements() {
        return false;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Override
    public void lift(Connection connection, boolean lifted) throws SQLException {
        if (!sessionTimeout.isZero()) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(lifted ? 0 : Math.toIntExact(sessionTimeout.toSeconds()));
            }
        }
    }

    @Override
    public void validate(Connection connection, SqlRenderer names) throws SQLException {
        try (PreparedStatement probe = connection.prepareStatement(names.of(InstallationSql.IDENTIFIERS))) {
            ResultSetMetaData columns = probe.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                refuse(columns.getColumnTypeName(column).contains("IGNORECASE"), "IGNORECASE");
            }
        }
        String text = "select cast(? as varchar(9)) < cast(? as varchar(9)), cast(? as varchar(9)) is null";
        try (PreparedStatement probe = connection.prepareStatement(text)) {
            probe.setString(1, "a");
            probe.setString(2, "B");
            probe.setString(3, "");
            try (ResultSet answer = probe.executeQuery()) {
                answer.next();
                refuse(answer.getBoolean(1), "a collation");
                refuse(answer.getBoolean(2), "a mode in which empty texts are null");
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery(MODE)) {
            if (mode.next() && UNREADABLE.contains(mode.getString(1).toUpperCase(Locale.ROOT))) {
                throw new StorageException(
                        "this H2 database is in the mode " + mode.getString(1) + ", which does not read all statements",
                        false,
                        false,
                        null);
            }
        }
    }

    private static void refuse(boolean wrong, String setting) {
        if (wrong) {
            throw new StorageException(
                    "this H2 database has " + setting + ", but texts must be kept and compared as they are",
                    false,
                    false,
                    null);
        }
    }
}
