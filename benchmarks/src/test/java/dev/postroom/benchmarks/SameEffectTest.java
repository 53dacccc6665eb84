package dev.postroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.JdbcOptions;
import dev.postroom.messaging.jdbc.JdbcStorage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared does the same: the library and the hand-written SQL leave the same rows. */
@Tag("slow")
class SameEffectTest {

    private static final List<String> TABLES = List.of("thread", "member", "message", "star", "log");

    /** What is drawn by chance or taken from the clock. */
    private static final Set<String> LEFT_OUT = Set.of(
            "id",
            "last_id",
            "created_at",
            "updated_at",
            "activity_at",
            "active_all_at",
            "own_at",
            "sent_at",
            "joined_at",
            "happened_at");

    @ParameterizedTest
    @EnumSource
    void theLibraryAndTheHandWrittenSqlLeaveTheSameRows(DatabaseEngine engine) throws Exception {
        try (Site site = Site.start(engine)) {
            HikariDataSource pool = site.pool(2);
            List<List<String>> left = new ArrayList<>();
            for (boolean library : List.of(true, false)) {
                String prefix = library ? "p_" : "h_";
                JdbcOptions options = JdbcOptions.defaults().tablePrefix(prefix);
                JdbcStorage storage = JdbcStorage.open(pool, options.migrate());
                Fill fill = new Fill(engine, pool, prefix);
                fill.threads(new Fill.Threads(0, BenchmarkScene.CALLER, BenchmarkScene.OTHER, 10, 3, 2));
                fill.longThread(new Fill.LongThread(0, BenchmarkScene.CALLER, BenchmarkScene.OTHER, 60));
                try (Contender contender = library ? new Postroom(storage) : ByHand.on(engine, pool, prefix)) {
                    doEverything(contender, pool);
                }
                left.add(rows(pool, prefix));
            }
            assertThat(left.get(0)).hasSizeGreaterThan(100).isEqualTo(left.get(1));
        }
    }

    private static void doEverything(Contender contender, HikariDataSource pool) throws SQLException {
        for (Job job : Job.values()) {
            if (job == Job.INBOX) {
                continue;
            }
            contender.own(job, 3);
            contender.own(job, 4);
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                contender.joined(connection, job, 5);
                connection.commit();
            }
        }
    }

    private static List<String> rows(HikariDataSource pool, String prefix) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet result = statement.executeQuery("select * from " + prefix + table)) {
                    while (result.next()) {
                        rows.add(table + row(result));
                    }
                }
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(name)) {
                String value = String.valueOf(result.getObject(column));
                boolean drawn = name.equals("thread_id") && !value.startsWith("00000000-");
                row.append(' ').append(name).append('=').append(drawn ? "new" : value);
            }
        }
        return row.toString();
    }
}
