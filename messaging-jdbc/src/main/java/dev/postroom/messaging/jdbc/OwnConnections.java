package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a pool, each for one operation. Some pools hand them out with autocommit off; Jdbi then takes it that
 * somebody else will commit, and everything written would be lost without a word. So it is switched on, and off again.
 */
final class OwnConnections implements ConnectionFactory {

    private final DataSource pool;
    private final Dialect dialect;
    private volatile boolean autocommit = true;

    OwnConnections(DataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            autocommit = connection.getAutoCommit();
            if (!autocommit) {
                connection.setAutoCommit(true);
            }
            dialect.prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try (connection) {
            if (!autocommit && !connection.isClosed()) {
                connection.setAutoCommit(false);
            }
        }
    }
}
