package dev.postroom.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import dev.postroom.messaging.spi.Storage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where the conversations of one input are kept: a file of their own, or tables of their own in a database that a URL
 * leads to. Nothing else is in there, so that the check can say so.
 *
 * @param description what is shown of it
 * @param opening opens it
 */
record Home(String description, Supplier<Opened> opening) {

    private static final int LONGEST_PREFIX = 29;

    /** An embedded database in a file below a folder. */
    static Home file(Path folder, String input) {
        Path file = folder.resolve(withoutEndings(input));
        return new Home(file.toString(), () -> new Opened(JdbcStorage.embedded(file), () -> {}));
    }

    /** Tables with a prefix of their own, through a pool as a host would have it. */
    static Home url(String url, String input) {
        String prefix = prefix(withoutEndings(input));
        // a URL may carry a password behind its question mark
        return new Home(url.replaceFirst("\\?.*", "") + ", tables " + prefix + "*", () -> pooled(url, prefix));
    }

    private static Opened pooled(String url, String prefix) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(Replay.WRITERS + 2);
        HikariDataSource pool = new HikariDataSource(config);
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix).migrate();
        return new Opened(JdbcStorage.open(pool, options), pool::close);
    }

    private static String withoutEndings(String input) {
        return input.replaceFirst("(?<=.)\\..*", "");
    }

    private static String prefix(String input) {
        String name = "q_" + input.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return name.substring(0, Math.min(LONGEST_PREFIX, name.length())) + "_";
    }

    Opened open() {
        return opening.get();
    }

    /**
     * A storage, and what has to be closed behind it.
     *
     * @param storage closed by the {@code Messaging} that is built on it
     * @param behind closes what it does not close itself
     */
    record Opened(Storage storage, Runnable behind) implements AutoCloseable {

        @Override
        public void close() {
            behind.run();
        }
    }
}
