package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns texts as they are written here into those that are sent. The same text gives the same string, so databases can keep
 * it compiled.
 *
 * <ul>
 *   <li>{@code $} becomes the schema and the table prefix, {@code #} the prefix alone, for what stands in no schema.
 *   <li>{@code [thread]} becomes the join of a member's row {@code m} with its thread {@code t}, {@code [threads]} and
 *       {@code [parties]} a table {@code v} of a list, {@code [the thread]} one of {@code :thread} alone.
 *   <li>{@code [members]} becomes such a table with rights, {@code [offsets]} a table {@code n} of numbers, {@code [by
 *       author]} what has messages found by their author.
 *   <li>{@code [fixed x, y]} at the beginning of an order becomes columns that a condition fixes, or nothing.
 *   <li>{@code [newest]} has a query read the newest there is, {@code [again]} the same where a query is asked again.
 * </ul>
 */
final class SqlRenderer {

    /** Before a letter: MariaDB's paths into JSON have another meaning for it. */
    private static final Pattern PLACE = Pattern.compile("\\$(?=[a-z])");

    private static final Pattern FIXED = Pattern.compile("\\[fixed ([^]]+)]");

    /** A name that stands in no schema of its own, such as an index's. */
    private static final Pattern BARE = Pattern.compile("#(?=[a-z])");

    /** How the texts are laid out here need not be sent, nor read, each time. */
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String AGAIN = "[again]";

    private final Optional<String> schema;
    private final String place;
    private final String prefix;
    private final Dialect dialect;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();
    private final Map<String, String> claiming = new ConcurrentHashMap<>();
    private final Map<LoggedChange, String> logged = new ConcurrentHashMap<>();
    private final Map<WritePlan, String> plans = new ConcurrentHashMap<>();
    private final Map<WritePlan, StepByStep> steps = new ConcurrentHashMap<>();
    private final KeptStatements kept;

    /** Of tables in whatever schema a connection is in. */
    SqlRenderer(String prefix, Dialect dialect) {
        this(Optional.empty(), prefix, dialect, 0);
    }

    /** Of the tables in the schema that the options name, or the connection is in. */
    static SqlRenderer of(Connection connection, JdbcOptions options, Dialect dialect) throws SQLException {
        String schema = options.schema().isPresent() ? options.schema().get() : dialect.schema(connection);
        return new SqlRenderer(Optional.of(schema), options.tablePrefix(), dialect, options.keptStatements());
    }

    private SqlRenderer(Optional<String> schema, String prefix, Dialect dialect, int keptStatements) {
        this.schema = schema;
        this.place = schema.map(name -> dialect.quoted(name) + ".").orElse("") + prefix;
        this.prefix = prefix;
        this.dialect = dialect;
        kept = new KeptStatements(keptStatements);
    }

    /** The schema that the tables are in, unless it is whichever a connection is in. */
    Optional<String> schema() {
        return schema;
    }

    Dialect dialect() {
        return dialect;
    }

    /** What the names of all tables begin with. */
    String prefix() {
        return place;
    }

    /** The statements among them that connections keep by name, where they do that. */
    KeptStatements kept() {
        return kept;
    }

    String of(String text) {
        return resolved.computeIfAbsent(text, this::sent);
    }

    /** The same question asked again, so that it reads the newest there is. A lock reaches into no nested query. */
    static String newest(String text) {
        return text.replace(AGAIN, "[newest]");
    }

    /** A plan in one text. */
    String of(WritePlan plan) {
        return plans.computeIfAbsent(plan, key -> sent(dialect.plan(key)));
    }

    /** A plan as statements that are sent one by one. */
    StepByStep stepByStep(WritePlan plan) {
        return steps.computeIfAbsent(plan, StepByStep::of);
    }

    /** An insert that does nothing if the row is there. */
    String claiming(String insert) {
        return claiming.computeIfAbsent(insert, key -> sent(dialect.claiming(key)));
    }

    String of(LoggedChange change) {
        return logged.computeIfAbsent(change, key -> sent(dialect.logged(key)));
    }

    private String sent(String text) {
        return placed(SPACE.matcher(marked(text)).replaceAll(" "));
    }

    /** The same for somebody to read. */
    String laidOut(String text) {
        return placed(marked(text));
    }

    private String marked(String text) {
        String ordered = FIXED.matcher(text).replaceAll(dialect.ordersByFixed() ? "$1," : "");
        return ordered.replace("[newest]", dialect.newest())
                .replace(AGAIN, "")
                .replace("[thread]", dialect.thread())
                .replace("[threads]", dialect.threads())
                .replace("[the thread]", dialect.theThread())
                .replace("[parties]", dialect.parties())
                .replace("[members]", dialect.members())
                .replace("[offsets]", dialect.offsets().orElse(""))
                .replace("[by author]", dialect.byAuthor());
    }

    private String placed(String text) {
        String placed = PLACE.matcher(text).replaceAll(Matcher.quoteReplacement(place));
        return BARE.matcher(placed).replaceAll(prefix);
    }
}
