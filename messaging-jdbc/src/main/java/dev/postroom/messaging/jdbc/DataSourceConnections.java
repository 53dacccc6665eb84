package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Connections of a data source, given back by closing them.
 *
 * @param dataSource where they come from
 * @param running says whether a transaction runs
 */
record DataSourceConnections(DataSource dataSource, BooleanSupplier running) implements ConnectionSource {

    @Override
    public boolean inTransaction() {
        return running.getAsBoolean();
    }

    @Override
    public Connection take() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        connection.close();
    }
}
