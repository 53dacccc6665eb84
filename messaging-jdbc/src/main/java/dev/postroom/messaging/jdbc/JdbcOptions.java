package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.InvalidException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings with which a {@link JdbcStorage} is opened. Immutable; each method answers changed options.
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
     * must be there already, the database found out, a time-out of ten seconds, a fan-out limit of 20, and 24 kept
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
     * @throws InvalidException if the prefix has another form
     */
    public JdbcOptions tablePrefix(String prefix) {
        if (!PREFIX.matcher(given("tablePrefix", prefix)).matches()) {
            throw new InvalidException("tablePrefix", "must match " + PREFIX.pattern());
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
     * @throws InvalidException if the name has another form
     */
    public JdbcOptions schema(String schema) {
        if (!SCHEMA.matcher(given("schema", schema)).matches()) {
            throw new InvalidException("schema", "must match " + SCHEMA.pattern());
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
        given("schemaMode", mode);
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
        given("database", database);
        return changed(copy -> copy.database = Optional.of(database));
    }

    /**
     * Changes how long a statement may take, and on an embedded file how long it waits for a lock. An operation in a
     * transaction of its own that met others is begun again only within that time. It does not limit the wait for a
     * connection: the pool does; nor, but on an embedded file, the wait for one lock: the database's lock time-out does.
     *
     * <p>On MariaDB a query that took as long as this fails even if it answered: a statement whose time is up there may have
     * lost values. The {@link dev.postroom.messaging.model.StorageException} says that {@code retryCanHelp()}.
     *
     * @param duration from one second to one day, by default ten seconds; parts of seconds are cut off
     * @return the changed options
     * @throws InvalidException if it is shorter or longer
     */
    public JdbcOptions timeout(Duration duration) {
        if (given("timeout", duration).toSeconds() < 1 || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidException("timeout", "must be from one second to one day, is " + duration);
        }
        return changed(copy -> copy.timeout = duration);
    }

    /**
     * Changes up to how many members a thread is small. A message to a small thread writes the row of each member, so that
     * boxes and totals find everything in one place. A message to a larger one writes the author's row only and costs the
     * same however many members there are; instead each member's boxes and totals look at the thread when they are read,
     * which costs two to seven microseconds for each large thread of theirs: with 200 of them the limit is too low.
     *
     * <p>The limit is looked at when a thread is made and when its members change. A small thread gets large with the change
     * that leaves it more members than the limit, a large one small with the change that leaves it half of the limit or
     * fewer; until then each stays as it is, so a higher limit alone makes no thread small. Processes with different limits
     * may share a database; what one of them makes large another may make small, so not for long.
     *
     * @param members at least one; by default 20, with which a message to a thread was measured to take at most two and a
     *     half times as long as one between two, on each database
     * @return the changed options
     * @throws InvalidException if it is less
     */
    public JdbcOptions fanOutLimit(int members) {
        if (members < 1) {
            throw new InvalidException("fanOutLimit", "must be at least 1, is " + members);
        }
        return changed(copy -> copy.fanOutLimit = members);
    }

    /**
     * Changes how many statements each connection to MariaDB keeps read under names that begin with {@code postroom_},
     * whatever the table prefix: the first ones that this storage has asked six times, which then need not be read each
     * time. There are about a dozen for sending, reading and marking, and others for what is done rarely; without a name a
     * send takes nearly twice as long. The first time on a connection takes three round trips instead of one. It needs no
     * privilege.
     *
     * <p>Each takes 30 to 900 KB of the server's memory on each connection until that is closed, and counts for {@code
     * max_prepared_stmt_count}, by default 16,382 for all connections to the server together: 24 of one storage on 680
     * connections. At that limit the storage keeps no more, but what else prepares statements there fails. Where keeping
     * does not work, which is so if the driver prepares by itself ({@code useServerPrepStmts}), if something in between
     * gives each statement to another connection, or if connections forget what they keep whenever they go back to their
     * pool ({@code useResetConnection}), the storage notices, in the last case after 10,000 calls, logs a warning and goes
     * on without. Ignored for other databases.
     *
     * @param most how many; 0 for none; by default 24
     * @return the changed options
     * @throws InvalidException if it is less than 0
     */
    public JdbcOptions keptStatements(int most) {
        if (most < 0) {
            throw new InvalidException("keptStatements", "must be at least 0, is " + most);
        }
        return changed(copy -> copy.keptStatements = most);
    }

    /**
     * Sends the statements of an operation one by one to PostgreSQL, in one transaction, instead of one statement that
     * changes several tables. A PostgreSQL that is distributed by tenant (such as Citus) accepts only such statements; each
     * of them names the tenant of every table, so each runs on one node. An operation that writes takes some round trips
     * more. Ignored for other databases.
     *
     * <p>Make the tables first, then distribute each of them by its column {@code tenant}, in one co-location group.
     *
     * @return the changed options
     */
    public JdbcOptions distributed() {
        return changed(copy -> copy.distributed = true);
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

    boolean isDistributed() {
        return values.distributed;
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, "must not be null");
        }
        return value;
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
        private boolean distributed;

        Values() {}

        Values(Values from) {
            tablePrefix = from.tablePrefix;
            schema = from.schema;
            mode = from.mode;
            database = from.database;
            timeout = from.timeout;
            fanOutLimit = from.fanOutLimit;
            keptStatements = from.keptStatements;
            distributed = from.distributed;
        }
    }
}
