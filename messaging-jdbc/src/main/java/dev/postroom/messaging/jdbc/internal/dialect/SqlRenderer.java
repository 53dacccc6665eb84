package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns texts as they are written here into those that are sent. The same text gives the same string, so databases can keep
 * it compiled.
 *
 * <p>{@code $} becomes the schema and the table prefix, {@code #} the prefix alone, for names outside of a schema. {@link
 * SqlMacros} lists the macros. {@code [again]} stands for nothing, or for {@code [newest]} where a query is asked again.
 */
public final class SqlRenderer implements TableNames {

    /** Before a letter: MariaDB's paths into JSON have another meaning for it. */
    private static final Pattern PLACE = Pattern.compile("\\$(?=[a-z])");

    /** A name that stands in no schema of its own, such as an index's. */
    private static final Pattern BARE = Pattern.compile("#(?=[a-z])");

    /** White space that only lays out the source; it is not sent. */
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final String AGAIN = "[again]";

    private final Optional<String> schema;
    private final String place;
    private final String prefix;
    private final Dialect dialect;
    private final SqlMacros macros;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();
    private final Map<String, String> claiming = new ConcurrentHashMap<>();
    private final Map<LoggedChange, String> logged = new ConcurrentHashMap<>();
    private final Map<WritePlan, String> plans = new ConcurrentHashMap<>();

    /** Makes a renderer for tables in the current schema of each connection. */
    public SqlRenderer(String prefix, Dialect dialect) {
        this(Optional.empty(), prefix, dialect);
    }

    /** Makes a renderer for the tables of a schema. */
    public SqlRenderer(String schema, String prefix, Dialect dialect) {
        this(Optional.of(schema), prefix, dialect);
    }

    private SqlRenderer(Optional<String> schema, String prefix, Dialect dialect) {
        this.schema = schema;
        this.place = schema.map(name -> dialect.quoted(name) + ".").orElse("") + prefix;
        this.prefix = prefix;
        this.dialect = dialect;
        macros = dialect.macros();
    }

    @Override
    public Optional<String> schema() {
        return schema;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Returns the text that the names of all tables begin with. */
    public String prefix() {
        return place;
    }

    @Override
    public String of(String text) {
        return resolved.computeIfAbsent(text, this::sent);
    }

    /**
     * Returns a query that reads the newest rows, also in its subqueries, which a lock of the outer query does not reach.
     */
    public static String newest(String text) {
        return text.replace(AGAIN, "[newest]");
    }

    /** A plan in one text. */
    public String of(WritePlan plan) {
        return plans.computeIfAbsent(plan, key -> sent(dialect.plan(key)));
    }

    /** An insert that does nothing if the row is there. */
    public String claiming(String insert) {
        return claiming.computeIfAbsent(insert, key -> sent(dialect.claiming(key)));
    }

    public String of(LoggedChange change) {
        return logged.computeIfAbsent(change, key -> sent(dialect.logged(key)));
    }

    private String sent(String text) {
        return placed(SPACE.matcher(replaced(text)).replaceAll(" "));
    }

    /** Returns the text with its layout, for readers. */
    public String laidOut(String text) {
        return placed(replaced(text));
    }

    private String replaced(String text) {
        return macros.replaced(text.replace(AGAIN, ""));
    }

    private String placed(String text) {
        String placed = PLACE.matcher(text).replaceAll(Matcher.quoteReplacement(place));
        return BARE.matcher(placed).replaceAll(prefix);
    }
}
