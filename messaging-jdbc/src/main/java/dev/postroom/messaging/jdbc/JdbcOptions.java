package dev.postroom.messaging.jdbc;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a {@link JdbcStorage} is opened. Immutable; each method answers changed options.
 *
 * <pre>{@code
 * JdbcStorage.open(dataSource, JdbcOptions.defaults().tablePrefix("chat_").migrate());
 * }</pre>
 */
public final class JdbcOptions {

    private static final JdbcOptions DEFAULTS = new JdbcOptions("postroom_", false, Duration.ofSeconds(10), 50);
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    private final String tablePrefix;
    private final boolean migrates;
    private final Duration timeout;
    private final int fanOutLimit;

    private JdbcOptions(String tablePrefix, boolean migrates, Duration timeout, int fanOutLimit) {
        this.tablePrefix = tablePrefix;
        this.migrates = migrates;
        this.timeout = timeout;
        this.fanOutLimit = fanOutLimit;
    }

    /**
     * Answers the options nobody changed: the table prefix {@code postroom_}, tables that must be there already, a
     * time-out of ten seconds, and a fan-out limit of 50.
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
        return new JdbcOptions(prefix, migrates, timeout, fanOutLimit);
    }

    /**
     * Makes or updates the tables when the storage is opened, instead of only checking that they are there. Safe when
     * several processes start at once.
     *
     * @return the changed options
     */
    public JdbcOptions migrate() {
        return new JdbcOptions(tablePrefix, true, timeout, fanOutLimit);
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
        return new JdbcOptions(tablePrefix, migrates, duration, fanOutLimit);
    }

    /**
     * Changes up to how many members a thread is small. A message to a small thread writes the row of each member, so that
     * boxes and totals find everything in one place. A message to a larger one writes the author's row only and costs the
     * same however many members there are; instead each member's boxes and totals look at the thread when they are read,
     * which costs some microseconds for each large thread of theirs: with 200 of them the limit is too low.
     *
     * <p>The limit is looked at when a thread is made and when its members change; what is there stays as it is until then.
     * A large thread gets small again with half as many members. Processes with different limits may share a database.
     *
     * @param members at least one
     * @return the changed options
     * @throws IllegalArgumentException if it is less
     */
    public JdbcOptions fanOutLimit(int members) {
        if (members < 1) {
            throw new IllegalArgumentException("a fan-out limit must be at least 1, is " + members);
        }
        return new JdbcOptions(tablePrefix, migrates, timeout, members);
    }

    String tablePrefix() {
        return tablePrefix;
    }

    boolean migrates() {
        return migrates;
    }

    Duration timeout() {
        return timeout;
    }

    int fanOutLimit() {
        return fanOutLimit;
    }
}
