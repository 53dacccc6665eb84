package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The connections of a host's source, as Jdbi takes them.
 *
 * @param source the source
 */
record SourceConnections(ConnectionSource source) implements ConnectionFactory {

    @Override
    public Connection openConnection() throws SQLException {
        return source.take();
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        source.giveBack(connection);
    }
}
