package dev.postroom.messaging.jdbc;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * How a {@link JdbcStorage} is opened. Immutable; each method answers changed options.
 *
 * <pre>{@code
 * JdbcStorage.open(dataSource, JdbcOptions.defaults().tablePrefix("chat_").migrate());
 * }</pre>
 */
public final class JdbcOptions {

    private static final JdbcOptions DEFAULTS = new JdbcOptions(new Values());
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");
    private static final Pattern SCHEMA = Pattern.compile("[\\p{L}\\p{N}_$-]{1,63}");

    private final Values values;

    private JdbcOptions(Values values) {
        this.values = values;
    }

    /**
     * Answers the options nobody changed: the table prefix {@code postroom_}, the schema of the connections, tables that
     * must be there already, the database found out, a time-out of ten seconds, a fan-out limit of 50, and 24 kept
     * statements.
     *
     * @return the defaults
     */
    public static JdbcOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Changes what the names of all tables and indexes begin with.
     *
     * @param prefix a lower-case letter followed by up to 29 lower-case letters, digits and underscores
     * @return the changed options
     * @throws IllegalArgumentException if the prefix has another form
     */
    public JdbcOptions tablePrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a table prefix must match " + PREFIX.pattern());
        }
        return changed(copy -> copy.tablePrefix = prefix);
    }

    /**
     * Names the schema that the tables are in; a database on MariaDB. It must be there. Tables elsewhere are neither looked
     * at nor touched, whatever search path a connection has.
     *
     * @param schema its name as the database keeps it, which on H2 is mostly in capitals: 1 to 63 letters, digits, {@code
     *     _}, {@code $} and {@code -}; by default the one that connections are in when the storage is opened
     * @return the changed options
     * @throws IllegalArgumentException if the name has another form
     */
    public JdbcOptions schema(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("a schema's name must match " + SCHEMA.pattern());
        }
        return changed(copy -> copy.schema = Optional.of(schema));
    }

    /**
     * Chooses what is done about the tables when the storage is opened. Embedded databases are always migrated.
     *
     * @param mode what is done; by default {@link SchemaMode#VALIDATE}
     * @return the changed options
     */
    public JdbcOptions schemaMode(SchemaMode mode) {
        Objects.requireNonNull(mode, "mode");
        return changed(copy -> copy.mode = mode);
    }

    /**
     * Makes or updates the tables when the storage is opened: short for {@link SchemaMode#MIGRATE}.
     *
     * @return the changed options
     */
    public JdbcOptions migrate() {
        return schemaMode(SchemaMode.MIGRATE);
    }

    /**
     * Says which database it is, whatever its driver calls it.
     *
     * @param database the database; by default the one whose name the driver tells
     * @return the changed options
     */
    public JdbcOptions database(Database database) {
        Objects.requireNonNull(database, "database");
        return changed(copy -> copy.database = Optional.of(database));
    }

    /**
     * Changes how long a statement may take.
     *
     * @param duration at least one second; parts of seconds are cut off
     * @return the changed options
     * @throws IllegalArgumentException if it is shorter
     */
    public JdbcOptions timeout(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.toSeconds() < 1) {
            throw new IllegalArgumentException("a time-out must be at least one second, is " + duration);
        }
        return changed(copy -> copy.timeout = duration);
    }

    /**
     * Changes up to how many members a thread is small. A message to a small thread writes the row of each member, so that
     * boxes and totals find everything in one place. A message to a larger one writes the author's row only and costs the
     * same however many members there are; instead each member's boxes and totals look at the thread when they are read,
     * which costs five to ten microseconds for each large thread of theirs: with 200 of them the limit is too low.
     *
     * <p>The limit is looked at when a thread is made and when its members change; what is there stays as it is until then.
     * A large thread gets small again with half as many members. Processes with different limits may share a database.
     *
     * @param members at least one; by default 20, with which a message takes at most two and a half times as long as
     *     between two, whatever the database
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public JdbcOptions fanOutLimit(int members) {
        if (members < 1) {
            throw new IllegalArgumentException("a fan-out limit must be at least 1, is " + members);
        }
        return changed(copy -> copy.fanOutLimit = members);
    }

    /**
     * Changes how many statements each connection to MariaDB keeps read under names that begin with {@code postroom_},
     * whatever the table prefix: those that this storage asks most often, from the sixth time on, which then need not be
     * read each time. The first time on a connection takes three round trips instead of one. It needs no privilege.
     *
     * <p>Each takes 30 to 900 KB of the server's memory on each connection until that is closed, and counts for {@code
     * max_prepared_stmt_count}, by default 16,382 for all connections to the server together: 24 of one storage on 680
     * connections. At that limit the storage keeps no more, but what else prepares statements there fails. Where keeping
     * does not work, which is so if the driver prepares by itself ({@code useServerPrepStmts}), if something in between
     * gives each statement to another connection, or if connections forget what they keep whenever they go back to their
     * pool ({@code useResetConnection}), the storage notices, in the last case after 10,000 calls, and goes on without. Ignored for other databases.
     *
     * @param most how many; 0 for none; by default 24
     * @return the changed options
     * @throws IllegalArgumentException if it is less than 0
     */
    public JdbcOptions keptStatements(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("the number of kept statements must be at least 0, is " + most);
        }
        return changed(copy -> copy.keptStatements = most);
    }

    String tablePrefix() {
        return values.tablePrefix;
    }

    Optional<String> schema() {
        return values.schema;
    }

    SchemaMode mode() {
        return values.mode;
    }

    Optional<Database> database() {
        return values.database;
    }

    Duration timeout() {
        return values.timeout;
    }

    int fanOutLimit() {
        return values.fanOutLimit;
    }

    int keptStatements() {
        return values.keptStatements;
    }

    private JdbcOptions changed(Consumer<Values> change) {
        Values copy = new Values(values);
        change.accept(copy);
        return new JdbcOptions(copy);
    }

    /** Changed only before anybody else has it. */
    private static final class Values {

        private String tablePrefix = "postroom_";
        private Optional<String> schema = Optional.empty();
        private SchemaMode mode = SchemaMode.VALIDATE;
        private Optional<Database> database = Optional.empty();
        private Duration timeout = Duration.ofSeconds(10);
        private int fanOutLimit = 20;
        private int keptStatements = 24;

        Values() {}

        Values(Values from) {
            tablePrefix = from.tablePrefix;
            schema = from.schema;
            mode = from.mode;
            database = from.database;
            timeout = from.timeout;
            fanOutLimit = from.fanOutLimit;
            keptStatements = from.keptStatements;
        }
    }
}
