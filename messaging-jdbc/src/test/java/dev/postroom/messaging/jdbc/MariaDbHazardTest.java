package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.jdbc.internal.rules.MariaDbTransactionRules;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
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

    /**
     * No handler of a block runs when it is killed between two statements. That cannot be hit at will, for the server at
     * times forgets that it was to kill: so this is what such a block leaves, made by hand.
     */
    @Nested
    class BrokenOffBetweenStatements extends HostHazards {

        BrokenOffBetweenStatements() {
            super(TestServer.MARIADB);
        }

        @Test
        void onlyTheBlockIsTakenBackInATransaction() throws SQLException {
            try (Connection connection = site.begun();
                    Statement statement = connection.createStatement()) {
                HostOrders.write(connection, "before");
                statement.execute("savepoint postroom_block");
                HostOrders.write(connection, "half");
                new MariaDbTransactionRules().takeBack(connection, true);
                HostOrders.write(connection, "after");
                connection.commit();
            }
            assertThat(orders.names()).containsExactly("after", "before");
        }

        @Test
        void aBlockThatHasEndedCannotBeTakenBackSoTheTransactionIsLost() throws SQLException {
            AfterStatement late = new AfterStatement(site.pool());
            JdbcStorage cancelled = JdbcStorage.open(late, site.options().keptStatements(0));
            try (Connection connection = late.getConnection()) {
                connection.setAutoCommit(false);
                HostOrders.write(connection, "before");
                Storage inside = cancelled.joined(cancelled.transaction(connection));
                late.failAfterNext("begin");
                StorageException failure = failure(() -> inside.stars().setThread(as(BOB), thread, true, NOW));
                assertThat(failure.transactionLost()).isTrue();
                assertThat(failure(() -> inside.stars().setThread(as(BOB), other, true, NOW))
                                .transactionLost())
                        .as("later calls are refused")
                        .isTrue();
                connection.commit();
            }
            assertThat(orders.names()).isEmpty();
            assertThat(Tables.count(site.pool(), site.prefix() + "star")).isZero();
        }

        @Test
        void aBlockThatFailsLeavesNoSavepoint() throws SQLException {
            try (Connection blocking = site.begun();
                    Connection connection = site.begun();
                    Statement statement = connection.createStatement()) {
                statement.execute("set innodb_lock_wait_timeout = 1");
                HostOrders.write(connection, "before");
                lockBob(blocking, thread);
                Storage inside = storage.joined(storage.transaction(connection));
                StorageException failure = failure(() -> inside.stars().setThread(as(BOB), thread, true, NOW));
                assertThat(failure.transactionLost()).isFalse();
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("release savepoint postroom_block"))
                        .withMessageContaining("does not exist");
                connection.commit();
            }
            assertThat(orders.names()).containsExactly("before");
        }

        @Test
        void everythingIsTakenBackOutsideOfOne() throws SQLException {
            try (Connection connection = site.pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("start transaction");
                HostOrders.write(connection, "half");
                new MariaDbTransactionRules().takeBack(connection, false);
                HostOrders.write(connection, "after");
                assertThat(orders.names()).containsExactly("after");
            }
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

    /** A block that is killed while it inserts a row that is there runs none of its handlers, and its transaction stays open. */
    @Nested
    class BrokenOffAtADuplicate extends HostHazards {

        private AfterStatement broken;
        private JdbcStorage storageOfIt;

        BrokenOffAtADuplicate() {
            super(TestServer.MARIADB);
        }

        @BeforeEach
        void open() {
            broken = new AfterStatement(new OneConnection(site.pool()));
            storageOfIt = JdbcStorage.open(broken, site.options().keptStatements(0));
        }

        private void assertNothingStaysOpen(ThrowingCallable call) throws SQLException {
            broken.breakOffNext("begin");
            assertThat(failure(call).transactionLost()).isFalse();
            try (Connection connection = broken.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet open = statement.executeQuery("select @@in_transaction")) {
                open.next();
                assertThat(open.getInt(1)).isZero();
            }
            int before = messages(thread);
            storageOfIt.messages().append(append(BOB, thread, message("Tomorrow")));
            assertThat(messages(thread)).as("seen by others").isEqualTo(before + 1);
        }

        @Test
        void aSendWithAKeyLeavesNoTransactionOpen() throws SQLException {
            assertNothingStaysOpen(
                    () -> storageOfIt.messages().append(keyed(BOB, thread, message("Tomorrow"), "key", 0)));
        }

        @Test
        void aStarLeavesNoTransactionOpen() throws SQLException {
            assertNothingStaysOpen(() -> storageOfIt.stars().setThread(as(BOB), thread, true, NOW));
        }

        @Test
        void aHiddenMessageLeavesNoTransactionOpen() throws SQLException {
            MessageId first = seen(storage, BOB, thread).get(0).id();
            assertNothingStaysOpen(() -> storageOfIt.messages().hide(as(BOB), first, NOW));
        }
    }

    /** A statement whose time is up may go on without a value that it was computing, and answer without an error. */
    @Nested
    class AnswerAsLateAsTheTimeOut extends HostHazards {

        AnswerAsLateAsTheTimeOut() {
            super(TestServer.MARIADB);
        }

        @Test
        void isNotTrusted() {
            AfterStatement slow = new AfterStatement(site.pool());
            JdbcStorage late = JdbcStorage.open(slow, site.options().keptStatements(0));
            slow.delayNext("select", HazardSite.TIMEOUT);
            StorageException failure = failure(() -> seen(late, BOB, thread));
            assertThat(failure).hasMessageContaining("JdbcOptions.timeout");
            assertThat(failure.transactionLost()).isFalse();
            assertThat(seen(late, BOB, thread)).hasSize(1);
        }
    }
}
