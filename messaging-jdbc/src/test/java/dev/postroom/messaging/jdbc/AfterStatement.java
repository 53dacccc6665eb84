package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database on which something happens between the end of a statement and its answer. */
final class AfterStatement extends DataSourceBeforeAnother {

    private static final Pattern COMMENT = Pattern.compile("^/\\*.*?\\*/\\s*");

    private volatile String beginning = "";
    private Action action = statement -> {};

    AfterStatement(DataSource source) {
        super(source);
    }

    /** Lets the next statement whose text begins so say that it was cancelled, though it has ended. */
    void failAfterNext(String text) {
        afterNext(text, statement -> {
            throw new SQLException("as the test wants", "70100", 1317);
        });
    }

    /** Lets the answer of the next statement whose text begins so come late. */
    void delayNext(String text, Duration delay) {
        afterNext(text, statement -> Thread.sleep(delay.toMillis()));
    }

    /**
     * Lets the next statement whose text begins so leave a transaction open and fail with a duplicate, as a block does that is
     * killed while it inserts a row that is there.
     */
    void breakOffNext(String text) {
        afterNext(text, statement -> {
            try (Statement beside = statement.getConnection().createStatement()) {
                beside.execute("start transaction");
            }
            throw new SQLException("as the test wants", "23000", 1062);
        });
    }

    /** Lets something else happen on the database after the next statement whose text begins so. */
    void runAfterNext(String text, Runnable deed) {
        afterNext(text, statement -> deed.run());
    }

    /** Whether there was a statement whose text begins so. */
    boolean hasRun() {
        return beginning.isEmpty();
    }

    private void afterNext(String text, Action what) {
        beginning = text;
        action = what;
    }

    /** Happens after a statement. */
    @FunctionalInterface
    private interface Action {

        void run(Statement statement) throws SQLException, InterruptedException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, source().getConnection(), false);
    }

    private <T> T proxy(Class<T> type, T target, boolean waits) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                Object result = method.invoke(target, arguments);
                if (waits && method.getName().startsWith("execute")) {
                    action.run((Statement) target);
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
        boolean due = !beginning.isEmpty()
                && COMMENT.matcher(text.toString()).replaceFirst("").startsWith(beginning);
        beginning = due ? "" : beginning;
        return due;
    }
}
