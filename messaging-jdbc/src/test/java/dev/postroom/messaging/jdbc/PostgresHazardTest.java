package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong with transactions of hosts, and around operations, on PostgreSQL. */
@Tag("slow")
class PostgresHazardTest {

    @Nested
    class HalfOperation extends HalfOperationHazards {

        HalfOperation() {
            super(TestServer.POSTGRESQL);
        }

        @Override
        void shortenLocks(Statement statement) throws SQLException {
            statement.execute("set local lock_timeout = '1s'");
        }

        @Override
        String number(Statement statement) throws SQLException {
            try (ResultSet number = statement.executeQuery("select pg_backend_pid()")) {
                number.next();
                return number.getString(1);
            }
        }

        @Override
        String kill(String number) {
            return "select pg_terminate_backend(" + number + ")";
        }
    }

    @Nested
    class LostHalf extends LostHalfHazards {

        LostHalf() {
            super(TestServer.POSTGRESQL);
        }
    }

    @Nested
    class Pool extends PoolHazards {

        Pool() {
            super(TestServer.POSTGRESQL);
        }
    }

    /**
     * The driver sends BEGIN together with the first statement. If BEGIN is cancelled, that statement runs as a transaction
     * of its own, so none of those that begin a transaction of several may write.
     */
    @Nested
    class LateBeginning extends HostHazards {

        LateBeginning() {
            super(TestServer.POSTGRESQL);
        }

        @ParameterizedTest
        @MethodSource("dev.postroom.messaging.jdbc.RepeatableCalls#names")
        void beginsWithAQuery(String name) {
            RoundTrips trips = new RoundTrips(site.pool());
            Storage storage = JdbcStorage.open(trips, site.options());
            Tables.empty(site.pool(), site.prefix());
            RepeatableCalls.prepare(storage);
            trips.takeTexts();
            RepeatableCalls.all().get(name).accept(storage);
            List<String> sent = trips.takeTexts();
            assertThat(sent).isNotEmpty();
            if (sent.contains("commit")) {
                assertThat(sent.get(0)).startsWith("select").doesNotContain("insert into");
            }
        }
    }
}
