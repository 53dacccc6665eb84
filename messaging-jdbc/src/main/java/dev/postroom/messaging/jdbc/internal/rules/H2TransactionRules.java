package dev.postroom.messaging.jdbc.internal.rules;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Begins, limits and ends transactions on H2. */
public final class H2TransactionRules implements TransactionRules {

    /** A level of isolation that JDBC has no name for. */
    private static final int SNAPSHOT = 6;

    private final Duration sessionTimeout;
    private final Optional<Lock> oneWriter;

    /**
     * Makes the rules.
     *
     * @param sessionTimeout the time-out in the settings of every session; zero if the settings are the host's
     * @param oneWriter the lock of operations that write, where one transaction at a time may write
     */
    public H2TransactionRules(Duration sessionTimeout, Optional<Lock> oneWriter) {
        this.sessionTimeout = sessionTimeout;
        this.oneWriter = oneWriter;
    }

    @Override
    public Optional<Lock> oneWriter() {
        return oneWriter;
    }

    /** At repeatable read, H2 shows each table as of the moment when it is first read. */
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
}
