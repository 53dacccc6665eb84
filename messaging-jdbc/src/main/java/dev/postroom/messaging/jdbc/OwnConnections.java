package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a pool, each for one operation. Some pools hand them out with autocommit off; Jdbi then takes it that
 * somebody else will commit, and everything written would be lost without a word. So it is switched on, and off again.
 */
final class OwnConnections implements ConnectionFactory {

    private final ConnectionSource pool;
    private final Dialect dialect;

    /** Those that came with autocommit off and are in use; by identity, for what a pool's connections equal is its own. */
    private final Set<Connection> switched =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    OwnConnections(ConnectionSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = pool.take();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
                switched.add(connection);
            }
            dialect.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            switched.remove(connection);
            pool.giveBack(connection);
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (switched.remove(connection) && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        } finally {
            pool.giveBack(connection);
        }
    }
}
