package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool that hands out connections with autocommit off, as hosts with transactions of their own set it. */
final class AutocommitOff extends DataSourceBeforeAnother {

    AutocommitOff(DataSource source) {
        super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
