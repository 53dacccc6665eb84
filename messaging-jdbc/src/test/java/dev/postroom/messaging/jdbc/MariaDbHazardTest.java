package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.Commands.BOB;
import static dev.postroom.messaging.jdbc.Commands.append;
import static dev.postroom.messaging.jdbc.Commands.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong with transactions of hosts, and around operations, on MariaDB. */
@Tag("slow")
class MariaDbHazardTest {

    @Nested
    class HalfOperation extends HalfOperationHazards {

        HalfOperation() {
            super(TestServer.MARIADB);
        }

        @Override
        void shortenLocks(Statement statement) throws SQLException {
            statement.execute("set innodb_lock_wait_timeout = 1");
        }

        @Override
        String number(Statement statement) throws SQLException {
            try (ResultSet number = statement.executeQuery("select connection_id()")) {
                number.next();
                return number.getString(1);
            }
        }

        @Override
        String kill(String number) {
            return "kill connection " + number;
        }
    }

    /** No handler of a block runs when the time is up while the block works instead of waiting. */
    @Nested
    class BrokenOffAtWork extends HostHazards {

        BrokenOffAtWork() {
            super(TestServer.MARIADB);
        }

        private void workForLong() {
            site.execute("create trigger " + site.prefix() + "busy before insert on " + site.prefix() + """
                    log for each row begin
                      declare i bigint default 0;
                      while i < 1000000000 do set i = i + 1; end while;
                    end""");
        }

        private void workNoMore() {
            site.execute("drop trigger " + site.prefix() + "busy");
        }

        @Test
        void aHostThatSwallowsItKeepsNothingOfIt() throws SQLException {
            try (Connection connection = site.begun()) {
                HostOrders.write(connection, "before");
                Storage inside = storage.joined(storage.transaction(connection));
                workForLong();
                assertThat(failure(() -> inside.messages().append(append(BOB, thread, message("Tomorrow"))))
                                .transactionLost())
                        .isFalse();
                HostOrders.write(connection, "after");
                connection.commit();
            } finally {
                workNoMore();
            }
            assertThat(orders.names()).containsExactly("after", "before");
            assertThat(messages(thread)).isEqualTo(1);
            assertNothingIsWrong();
        }

        @Test
        void thePoolGetsBackAConnectionThatIsFree() throws SQLException {
            try (OneConnection one = new OneConnection(site.pool())) {
                JdbcStorage onOne = JdbcStorage.open(one, site.options());
                workForLong();
                failure(() -> onOne.messages().append(append(BOB, thread, message("Tomorrow"))));
                workNoMore();
                onOne.messages().append(append(BOB, other, message("later")));
                assertThat(messages(other)).isEqualTo(2);
            }
            assertThat(messages(thread)).isEqualTo(1);
            assertNothingIsWrong();
        }
    }

    @Nested
    class LostHalf extends LostHalfHazards {

        LostHalf() {
            super(TestServer.MARIADB);
        }
    }

    @Nested
    class Pool extends PoolHazards {

        Pool() {
            super(TestServer.MARIADB);
        }
    }
}
