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

    private static final JdbcOptions DEFAULTS = new JdbcOptions("postroom_", false, Duration.ofSeconds(10));
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    private final String tablePrefix;
    private final boolean migrates;
    private final Duration timeout;

    private JdbcOptions(String tablePrefix, boolean migrates, Duration timeout) {
        this.tablePrefix = tablePrefix;
        this.migrates = migrates;
        this.timeout = timeout;
    }

    /**
     * Answers the options nobody changed: the table prefix {@code postroom_}, tables that must be there already, and a
     * time-out of ten seconds.
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
        return new JdbcOptions(prefix, migrates, timeout);
    }

    /**
     * Makes or updates the tables when the storage is opened, instead of only checking that they are there. Safe when
     * several processes start at once.
     *
     * @return the changed options
     */
    public JdbcOptions migrate() {
        return new JdbcOptions(tablePrefix, true, timeout);
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
        return new JdbcOptions(tablePrefix, migrates, duration);
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
}
