package dev.postroom.messaging.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A data source that has H2 tell of each statement, with its parameters, how many rows it reads. */
final class H2RowsRead extends DataSourceBeforeAnother implements RowsRead {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    /** What a plan says of one table: its name, the index with its conditions, the number of rows. */
    private static final Pattern READ =
            Pattern.compile("\"POSTROOM_\\w+\" \"\\w+\"\\s+/\\*[^*]*\\*/\\s+/\\* scanCount: \\d+ \\*/");

    private static final Pattern OF_ROWS = Pattern.compile("^\\s*(select|insert|update|delete)\\s");

    /** A change within the statement that logs it: H2 tells of what is outside only. */
    private static final Pattern LOGGED =
            Pattern.compile("^(insert.*?) (?:final|old) table \\((.*)\\) c\\s*$", Pattern.DOTALL);

    private final List<String> plans = new ArrayList<>();
    private long rows;

    H2RowsRead(DataSource source) {
        super(source);
    }

    @Override
    public DataSource source() {
        return this;
    }

    @Override
    public long take() {
        long taken = rows;
        rows = 0;
        plans.clear();
        return taken;
    }

    @Override
    public String plans() {
        return plans.stream()
                .flatMap(plan -> READ.matcher(plan).results())
                .map(found -> found.group().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.source().getConnection();
        return watched(Connection.class, (proxy, method, arguments) -> {
            Object result = call(method, connection, arguments);
            return result instanceof PreparedStatement statement
                    ? watched(connection, statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String text) {
        List<Binding> bindings = new ArrayList<>();
        return watched(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                bindings.add(new Binding(method, Arrays.asList(arguments)));
            } else if (method.getName().startsWith("execute")
                    && OF_ROWS.matcher(text).find()) {
                explainAndUndo(connection, text, bindings);
            }
            return call(method, statement, arguments);
        });
    }

    /** H2 counts what it does, so it has to be undone before it is done. */
    private void explainAndUndo(Connection connection, String text, List<Binding> bindings) throws Throwable {
        boolean autocommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = connection.setSavepoint();
        try {
            Matcher logged = LOGGED.matcher(text);
            if (logged.find()) {
                explain(connection, logged.group(2), after(places(logged.group(1)), places(logged.group(2)), bindings));
            } else {
                explain(connection, text, bindings);
            }
        } finally {
            connection.rollback(before);
            connection.setAutoCommit(autocommit);
        }
    }

    private static int places(String text) {
        return (int) text.chars().filter(character -> character == '?').count();
    }

    private static List<Binding> after(int skipped, int count, List<Binding> bindings) {
        return bindings.stream()
                .filter(binding -> binding.place() > skipped && binding.place() <= skipped + count)
                .map(binding -> binding.at(binding.place() - skipped))
                .toList();
    }

    private void explain(Connection connection, String text, List<Binding> bindings) throws Throwable {
        try (PreparedStatement explaining = connection.prepareStatement("explain analyze " + text)) {
            for (Binding binding : bindings) {
                call(binding.method(), explaining, binding.arguments().toArray());
            }
            try (ResultSet plan = explaining.executeQuery()) {
                while (plan.next()) {
                    plans.add(plan.getString(1));
                    rows += SCANNED.matcher(plan.getString(1))
                            .results()
                            .map(MatchResult::group)
                            .mapToLong(found -> Long.parseLong(found.substring("scanCount: ".length())))
                            .sum();
                }
            }
        }
    }

    private static <T> T watched(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A parameter, and how it was set. */
    private record Binding(Method method, List<Object> arguments) {

        int place() {
            return (int) arguments.get(0);
        }

        Binding at(int other) {
            List<Object> moved = new ArrayList<>(arguments);
            moved.set(0, other);
            return new Binding(method, moved);
        }
    }
}
