package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A data source that notes what is sent to a database in the same process: executions, commits, rollbacks and
 * savepoints.
 */
final class RoundTrips extends DataSourceBeforeAnother implements Trips {

    private static final List<String> ENDS = List.of("commit", "rollback", "setSavepoint", "releaseSavepoint");

    private final List<String> sent = new ArrayList<>();

    RoundTrips(DataSource source) {
        super(source);
    }

    @Override
    public DataSource source() {
        return this;
    }

    @Override
    public int take() {
        return takeTexts().size();
    }

    /** What was sent since the last time this was asked. */
    List<String> takeTexts() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.source().getConnection(), "");
    }

    private <T> T watched(Class<T> type, T target, String text) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                sent.add(arguments != null && arguments[0] instanceof String given ? given : text);
            } else if (ENDS.contains(method.getName())) {
                sent.add(method.getName());
            }
            return watchedResult(call(method, target, arguments), arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object watchedResult(Object result, Object[] arguments) {
        if (result instanceof java.sql.PreparedStatement statement) {
            return watched(java.sql.PreparedStatement.class, statement, (String) arguments[0]);
        }
        return result instanceof Statement statement ? watched(Statement.class, statement, "") : result;
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        // The database goes with its last connection.
    }
}
