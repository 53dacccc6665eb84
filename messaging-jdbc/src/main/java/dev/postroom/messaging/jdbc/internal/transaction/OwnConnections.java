package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
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
public final class OwnConnections implements ConnectionFactory {

    private final ConnectionFactory pool;
    private final TransactionRules rules;

    /** Those that came with autocommit off and are in use; by identity, for what a pool's connections equal is its own. */
    private final Set<Connection> switched =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    public OwnConnections(ConnectionFactory pool, TransactionRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = pool.openConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
                switched.add(connection);
            }
            rules.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            switched.remove(connection);
            pool.closeConnection(connection);
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
            pool.closeConnection(connection);
        }
    }
}
