package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database on which, when it is told to, the next operations meet another transaction. */
final class Busy extends DataSourceBeforeAnother {

    private int times;
    private int met;

    Busy(DataSource source) {
        super(source);
    }

    /** Lets as many operations meet another one. */
    void meet(int operations) {
        times = operations;
        met = 0;
    }

    int met() {
        return met;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        Class<?>[] types = {Connection.class};
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), types, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && met < times) {
                        met++;
                        throw new SQLException("met another transaction", "40001", 40001);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
