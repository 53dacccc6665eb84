package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that hands out one connection, again and again, and closes it at the end only. */
class OneConnection extends DataSourceBeforeAnother implements AutoCloseable {

    private final Connection connection;

    OneConnection(DataSource source) {
        super(source);
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() {
        Class<?>[] types = {Connection.class};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), types, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Gives it back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
