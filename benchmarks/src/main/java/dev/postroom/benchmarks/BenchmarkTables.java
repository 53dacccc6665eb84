package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The tables of the contenders, each filled with the {@link BenchmarkScene}. */
final class BenchmarkTables {

    static final String LIBRARY = "p_";
    static final String BY_HAND = "h_";

    /** A table of the host's own. */
    static final String HOST = "host_bookings";

    private BenchmarkTables() {}

    static void fill(Site site) throws SQLException {
        try (HikariDataSource pool = site.pool(2)) {
            for (String prefix : List.of(LIBRARY, BY_HAND)) {
                drop(pool, prefix);
                JdbcStorage.open(
                        pool, JdbcOptions.defaults().tablePrefix(prefix).migrate());
                new Fill(site.engine(), pool, prefix).scene();
            }
            execute(pool, "drop table if exists " + HOST);
            execute(pool, "create table " + HOST + " (id varchar(36) primary key, state varchar(20) not null)");
        }
    }

    static void analyze(DatabaseEngine engine, HikariDataSource pool) throws SQLException {
        for (String prefix : List.of(LIBRARY, BY_HAND)) {
            new Fill(engine, pool, prefix).analyze();
        }
    }

    /** The library on a file of its own, as a host opens it that has no data source. */
    static Postroom embedded() throws SQLException, IOException {
        Path file = Servers.directory().resolve("embedded-" + UUID.randomUUID());
        JdbcOptions options = JdbcOptions.defaults().tablePrefix(LIBRARY);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(Servers.h2File(file));
            pool.setUsername("sa");
            JdbcStorage.open(pool, options.migrate());
            new Fill(DatabaseEngine.H2, pool, LIBRARY).scene();
        }
        return new Postroom("Postroom, embedded(path)", JdbcStorage.embedded(file, options));
    }

    /** What an earlier run left on a server that outlives it. */
    private static void drop(HikariDataSource pool, String prefix) throws SQLException {
        for (String table : List.of(
                "thread", "member", "message", "deleted_message", "hidden_message", "star", "claim", "log", "schema")) {
            execute(pool, "drop table if exists " + prefix + table);
        }
    }

    private static void execute(HikariDataSource pool, String text) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
