package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place in the host's transaction where an operation began. Without a name: the host has savepoints of its own, and
 * the same name twice means the later one.
 *
 * @param connection the host's
 * @param before where the operation began
 */
public record OperationSavepoint(Connection connection, Savepoint before) {

    private static final Logger LOG = LoggerFactory.getLogger(OperationSavepoint.class);

    static OperationSavepoint from(Connection connection) {
        try {
            return new OperationSavepoint(connection, connection.setSavepoint());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Takes the operation back, or not; a savepoint is not left behind. */
    void end(boolean keep) {
        try {
            if (!keep) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Ending a savepoint failed with {}", e.getClass().getName());
            throw lost(connection);
        }
    }

    /**
     * Makes sure that nothing of the transaction is left, so that the host cannot commit half an operation. Where the
     * database has rolled back already nothing happens; H2 says that it has and does not if a query met the deadlock. On a
     * connection that cannot even roll back nobody can commit either, once it is broken off.
     */
    static void everything(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException e) {
            OwnTransactions.breakOff(connection);
        }
    }

    /** Undoes what is left of a script that was broken off. */
    static void script(Connection connection, TransactionRules rules) {
        try {
            rules.takeBack(connection, true);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Taking back a script failed with {}", e.getClass().getName());
            throw lost(connection);
        }
    }

    /** Rolls the whole transaction back, of which the operation cannot be told apart, and says so. */
    static StorageException lost(Connection connection) {
        everything(connection);
        return new StorageException(
                "an operation in the host's transaction could be neither finished nor undone: the transaction was rolled"
                        + " back",
                true,
                true,
                null);
    }
}
