package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The connection of whatever transaction runs on the Java thread.
 *
 * @param source says which it is
 */
record FollowedConnections(ConnectionSource source) implements ConnectionFactory {

    /** In autocommit mode each statement would be committed at once: half operations, and nothing to roll back. */
    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = source.take();
        try {
            if (!connection.getAutoCommit()) {
                return connection;
            }
        } catch (SQLException | RuntimeException e) {
            source.giveBack(connection);
            throw e;
        }
        source.giveBack(connection);
        throw new StorageException(
                "the ConnectionSource says that a transaction runs, but its connection is in autocommit mode",
                false,
                false,
                null);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        source.giveBack(connection);
    }
}
