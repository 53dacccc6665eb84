package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** An operation ends in its middle, by a time-out or with its connection; whoever asked for it goes on. */
abstract class HalfOperationHazards extends HostHazards {

    HalfOperationHazards(TestServer server) {
        super(server);
    }

    /** Makes locks be waited for no longer than a second. */
    abstract void shortenLocks(Statement statement) throws SQLException;

    /** Answers which connection it is. */
    abstract String number(Statement statement) throws SQLException;

    /** The statement that ends a connection. */
    abstract String kill(String number);

    @Test
    void ofAHostThatSwallowsALockTimeOutNothingIsKept() throws SQLException {
        swallow(true);
    }

    @Test
    void ofAHostThatSwallowsAStatementTimeOutNothingIsKept() throws SQLException {
        swallow(false);
    }

    private void swallow(boolean byLock) throws SQLException {
        try (Connection blocking = site.begun();
                Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            lockBob(blocking, thread);
            if (byLock) {
                shortenLocks(statement);
            }
            HostOrders.write(connection, "before");
            Storage inside = storage.joined(storage.transaction(connection));
            StorageException failure =
                    failure(() -> inside.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 1)));
            assertThat(failure.transactionLost()).isEqualTo(isPostgres());
            blocking.rollback();
            if (isPostgres()) {
                assertThat(failure(() -> inside.messages().append(append(BOB, other, message("later"))))
                                .transactionLost())
                        .isTrue();
            } else {
                inside.messages().append(append(BOB, other, message("later")));
            }
            connection.commit();
        }

        assertThat(messages(thread)).isEqualTo(1);
        assertThat(messages(other)).isEqualTo(isPostgres() ? 1 : 2);
        assertThat(orders.names()).hasSize(isPostgres() ? 0 : 1);
        assertNothingIsWrong();
        storage.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 1));
        assertThat(messages(thread)).isEqualTo(2);
    }

    @Test
    void anOperationOfItsOwnWhoseTimeIsUpLeavesNothingAndAConnectionThatIsFree() throws SQLException {
        try (Connection blocking = site.begun();
                OneConnection one = new OneConnection(site.pool())) {
            JdbcStorage onOne = JdbcStorage.open(one, site.options());
            lockBob(blocking, thread);
            assertThat(failure(() -> onOne.messages().append(append(BOB, thread, message("Tomorrow"))))
                            .transactionLost())
                    .isFalse();
            blocking.rollback();
            onOne.messages().append(append(BOB, other, message("later")));
        }

        assertThat(messages(thread)).isEqualTo(1);
        assertThat(messages(other)).isEqualTo(2);
        assertNothingIsWrong();
    }

    @Test
    void ofAKilledConnectionInATransactionNothingIsKept() throws Exception {
        try (Connection blocking = site.begun();
                Connection connection = site.begun();
                Statement statement = connection.createStatement()) {
            lockBob(blocking, thread);
            HostOrders.write(connection, "before");
            String number = number(statement);
            Storage inside = storage.joined(storage.transaction(connection));
            FutureTask<StorageException> sending =
                    beside(() -> failure(() -> inside.messages().append(append(BOB, thread, message("Tomorrow")))));
            Thread.sleep(300);
            site.execute(kill(number));

            assertThat(end(sending).transactionLost()).isTrue();
            blocking.rollback();
        }
        assertThat(orders.names()).isEmpty();
        assertThat(messages(thread)).isEqualTo(1);
        assertNothingIsWrong();
    }

    @Test
    void ofAKilledConnectionOfAnOperationNothingIsKept() throws Exception {
        try (Connection blocking = site.begun();
                OneConnection one = new OneConnection(site.pool())) {
            JdbcStorage onOne = JdbcStorage.open(one, site.options());
            String number;
            try (Statement statement = one.getConnection().createStatement()) {
                number = number(statement);
            }
            lockBob(blocking, thread);
            FutureTask<StorageException> sending =
                    beside(() -> failure(() -> onOne.messages().append(append(BOB, thread, message("Tomorrow")))));
            Thread.sleep(300);
            site.execute(kill(number));

            assertThat(end(sending).transactionLost()).isFalse();
            blocking.rollback();
        }
        assertThat(messages(thread)).isEqualTo(1);
        storage.messages().append(append(BOB, thread, message("Tomorrow")));
        assertThat(messages(thread)).isEqualTo(2);
        assertNothingIsWrong();
    }
}
