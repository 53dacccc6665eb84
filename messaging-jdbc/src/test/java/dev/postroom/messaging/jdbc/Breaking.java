package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database to which connections break at a chosen statement or commit, before it or after it. */
final class Breaking extends DataSourceBeforeAnother {

    private final Break breaking;
    private int left;
    private boolean after;

    Breaking(DataSource source, Break breaking) {
        super(source);
        this.breaking = breaking;
    }

    /** Breaks a connection at the step with this number, counted from 1; none if it is 0. */
    void breakAt(int step, boolean afterIt) {
        left = step;
        after = afterIt;
    }

    /** Whether there was a step with that number. */
    boolean isBroken() {
        return left == 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        return proxy(Connection.class, connection, connection);
    }

    private <T> T proxy(Class<T> type, T target, Connection connection) {
        InvocationHandler handler = (self, method, arguments) -> {
            String name = method.getName();
            boolean breaks = (name.startsWith("execute") || name.equals("commit")) && left > 0 && --left == 0;
            if (breaks && !after) {
                breaking.run(connection);
            }
            try {
                Object result = method.invoke(target, arguments);
                if (breaks && after) {
                    breaking.run(connection);
                    notice(connection);
                    throw new SQLNonTransientConnectionException("as the test wants", "08006");
                }
                return result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement, connection)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Has the pool notice, too. */
    private static void notice(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            // That is what the pool has to see.
        }
    }

    /** Breaks a connection. */
    @FunctionalInterface
    interface Break {

        void run(Connection connection) throws SQLException;
    }
}
