package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
                assertThat(sent.get(0))
                        .matches("(?s)(/\\* postroom [a-z ]+ \\*/ )?select.*")
                        .doesNotContain("insert into");
            }
        }
    }

    /** Nothing has failed for PostgreSQL, so it would commit the half. */
    @Nested
    class BrokenOffByARowCount extends HostHazards {

        BrokenOffByARowCount() {
            super(TestServer.POSTGRESQL);
        }

        @Test
        void theTransactionIsLost() throws SQLException {
            String log = site.prefix() + "log";
            Tables.execute(
                    site.pool(),
                    List.of(
                            "create function " + log + "_lost() returns trigger language plpgsql as"
                                    + " 'begin return null; end'",
                            "create trigger lost before insert on " + log + " for each row execute function " + log
                                    + "_lost()"));
            try (Connection connection = site.begun()) {
                HostOrders.write(connection, "before");
                Storage inside = storage.joined(storage.transaction(connection));
                ThreadChange rename = new ThreadChange.Rename("Cellar");
                assertThat(failure(() -> inside.threads().change(as(ANNA), thread, rename, OptionalLong.empty(), NOW))
                                .transactionLost())
                        .isTrue();
                connection.commit();
            } finally {
                Tables.execute(site.pool(), List.of("drop trigger lost on " + log, "drop function " + log + "_lost()"));
            }
            assertThat(orders.names()).isEmpty();
            assertThat(Tables.rows(site.pool(), site.prefix() + "thread"))
                    .noneMatch(row -> row.contains("subject=Cellar"));
        }
    }
}
