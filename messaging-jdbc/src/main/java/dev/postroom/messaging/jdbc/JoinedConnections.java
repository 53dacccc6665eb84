package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The one connection of a transaction that somebody else began.
 *
 * @param connection the connection, never closed from here
 */
record JoinedConnections(Connection connection) implements ConnectionFactory {

    @Override
    public Connection openConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection opened) {
        // The host closes it.
    }
}
