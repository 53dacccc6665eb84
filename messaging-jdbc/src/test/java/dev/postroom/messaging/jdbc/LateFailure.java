package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A MariaDB on which a statement has ended when it says that it was cancelled. */
final class LateFailure extends DataSourceBeforeAnother {

    private String beginning = "";

    LateFailure(DataSource source) {
        super(source);
    }

    /** Lets the next statement whose text begins so be one. */
    void failAfterNext(String text) {
        beginning = text;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, source().getConnection(), false);
    }

    private <T> T proxy(Class<T> type, T target, boolean fails) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                if (fails && method.getName().equals("execute")) {
                    throw new SQLException("as the test wants", "70100", 1317);
                }
                return result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement, isDue(arguments[0]))
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private boolean isDue(Object text) {
        boolean due = !beginning.isEmpty() && text.toString().startsWith(beginning);
        beginning = due ? "" : beginning;
        return due;
    }
}
