package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables of the contenders, each filled with the {@link Scene}. */
final class Tables {

    static final String LIBRARY = "p_";
    static final String BY_HAND = "h_";

    /** A table of the host's own. */
    static final String HOST = "host_bookings";

    private Tables() {}

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

    /** What an earlier run left on a server that outlives it. */
    private static void drop(HikariDataSource pool, String prefix) throws SQLException {
        for (String table : List.of("thread", "member", "message", "gone", "mark", "star", "claim", "log", "schema")) {
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
