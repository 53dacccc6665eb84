package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database on which one chosen statement does nothing and says so only by its row count, as MariaDB does when a statement
 * is killed while it looks at another table. Statements inside of compound statements count, too.
 */
final class SilentStatements extends DataSourceBeforeAnother {

    /** The name of the operation, with which a statement begins. */
    private static final Pattern COMMENT = Pattern.compile("^/\\* postroom [a-z ]+ \\*/\\s*");

    private static final Pattern CHANGE =
            Pattern.compile("\\b(insert into|(?<!for )update|delete( c)? from|select [^;]*?\\binto postroom_)[^;]*");

    private final String prefix;
    private String part = "";
    private int left;
    private boolean reached;

    /** The prefix is that of the tables. */
    SilentStatements(DataSource source, String prefix) {
        super(source);
        this.prefix = prefix;
    }

    /** Lets the statement with this number do nothing, counted from 1; none if it is 0. */
    void silence(int number) {
        part = "";
        left = number;
        reached = false;
    }

    /** Lets the first statement whose text has such a part do nothing. */
    void silenceFirst(String text) {
        part = text;
        left = 1;
        reached = false;
    }

    /** Whether there was a statement with that number. */
    boolean isReached() {
        return reached;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source().getConnection();
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("prepareStatement") || left == 0) {
                return method.invoke(connection, arguments);
            }
            String text = (String) arguments[0];
            if (text.contains("begin not atomic")) {
                arguments[0] = silenced(text);
                return method.invoke(connection, arguments);
            }
            PreparedStatement statement = (PreparedStatement) method.invoke(connection, arguments);
            return CHANGE.matcher(COMMENT.matcher(text).replaceFirst("")).lookingAt() && text.contains(part) && isNext()
                    ? silent(statement)
                    : statement;
        });
    }

    private boolean isNext() {
        reached |= --left == 0;
        return left == 0;
    }

    private String silenced(String text) {
        Matcher changes = CHANGE.matcher(text);
        while (left > 0 && changes.find()) {
            if (changes.group().contains(part) && isNext()) {
                return text.substring(0, changes.start()) + nothing(changes.group()) + text.substring(changes.end());
            }
        }
        return text;
    }

    /** The parameters stay where they are. */
    private String nothing(String change) {
        String nothing = change.startsWith("select") ? "begin end" : "delete from " + prefix + "star where 1 = 0";
        return "if 1 = 0 then " + change + "; else " + nothing + "; end if";
    }

    private static PreparedStatement silent(PreparedStatement statement) {
        AtomicInteger batched = new AtomicInteger();
        return proxy(PreparedStatement.class, (method, arguments) -> switch (method.getName()) {
            case "execute" -> false;
            case "getUpdateCount", "executeUpdate" -> 0;
            case "addBatch" -> batched.incrementAndGet();
            case "executeBatch" -> new int[batched.get()];
            default -> method.invoke(statement, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return calls.run(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What the methods of a proxy do. */
    @FunctionalInterface
    private interface Calls {

        @Nullable
        Object run(Method method, Object[] arguments) throws Exception;
    }
}
