package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done on a connection of the host, and what is not. */
class HostConnectionTest {

    /** Several threads are locked in the order of their ids. */
    private static final ThreadId AFTER_ALL = ThreadId.parse("ffffffff-ffff-4fff-bfff-ffffffffffff");

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final JdbcStorage storage =
            JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
    private final HostOrders orders = new HostOrders(pool);
    private final RoundTrips trips = new RoundTrips(pool);
    private final ThreadId thread = newThread();

    @BeforeEach
    void start() {
        storage.threads().create(group(thread, 0));
    }

    @AfterEach
    void end() {
        pool.dispose();
    }

    private Storage joined(Connection connection) {
        return storage.joined(storage.transaction(connection));
    }

    private int messages() {
        return seen(storage, BOB, thread).size();
    }

    @Test
    void aConnectionInAutocommitModeIsNoTransaction() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertRefused(connection, "autocommit");
        }
    }

    @Test
    void aClosedConnectionIsRefused() throws SQLException {
        Connection connection = pool.getConnection();
        connection.close();
        assertRefused(connection, "open");
    }

    @Test
    void aHandleOfJdbiIsAWayToItsConnection() {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.useTransaction(handle -> {
            storage.joined(storage.transaction(handle)).messages().append(append(BOB, thread, message("Tomorrow")));
            handle.rollback();
        });
        assertThat(messages()).isEqualTo(1);
        jdbi.useTransaction(handle -> storage.joined(storage.transaction(handle))
                .messages()
                .append(append(BOB, thread, message("Tomorrow"))));
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void aHandleWithoutATransactionIsRefused() {
        Handle handle = Jdbi.create(pool).open();
        try (handle) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(() -> storage.transaction(handle))
                    .withMessageContaining("autocommit");
        }
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> storage.transaction(handle))
                .withMessageContaining("open")
                .satisfies(e -> assertThat(e.field()).isEqualTo("handle"));
    }

    @Test
    void aMissingConnectionOrHandleIsRefusedByItsName() {
        Connection noConnection = null;
        Handle noHandle = null;
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> storage.transaction(noConnection))
                .satisfies(e -> assertThat(e.field()).isEqualTo("connection"));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> storage.transaction(noHandle))
                .satisfies(e -> assertThat(e.field()).isEqualTo("handle"));
    }

    private void assertRefused(Connection connection, String why) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> storage.transaction(connection))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.field()).isEqualTo("connection"));
    }

    @Test
    void anEmbeddedDatabaseHasNoConnectionsOfTheHost(@TempDir Path folder) throws SQLException {
        try (JdbcStorage embedded = JdbcStorage.embedded(folder.resolve("messages"));
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(() -> embedded.transaction(connection))
                    .withMessageContaining("JdbcStorage.open");
        }
    }

    @Test
    void aConnectionOfAnotherPoolWillDo() throws SQLException {
        try (Connection connection = trips.getConnection()) {
            connection.setAutoCommit(false);
            joined(connection).messages().append(append(BOB, thread, message("Tomorrow")));
            assertThat(messages()).isEqualTo(1);
            connection.commit();
        }
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void anOperationOfSeveralStatementsHasASavepointThatDoesNotStay() throws SQLException {
        try (Connection connection = trips.getConnection()) {
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            inside.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 0));
            assertThat(trips.takeTexts())
                    .startsWith("setSavepoint")
                    .endsWith("releaseSavepoint")
                    .doesNotContain("commit", "rollback");
            inside.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 0));
            assertThat(trips.takeTexts())
                    .as("what changed nothing is not rolled back")
                    .startsWith("setSavepoint")
                    .endsWith("releaseSavepoint")
                    .doesNotContain("rollback");
            inside.messages()
                    .appendAll(
                            List.of(append(BOB, thread, message("Today")), append(BOB, AFTER_ALL, message("Today"))));
            assertThat(trips.takeTexts()).startsWith("setSavepoint").endsWith("rollback", "releaseSavepoint");
        }
    }

    @Test
    void anOperationOfOneStatementIsThatStatement() throws SQLException {
        try (Connection connection = trips.getConnection()) {
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            inside.stars().setThread(as(BOB), thread, true, NOW);
            assertThat(trips.takeTexts()).hasSize(1).doesNotContain("setSavepoint");
            seen(inside, BOB, thread);
            assertThat(trips.takeTexts()).hasSize(1).doesNotContain("setSavepoint");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ})
    void isolationAndAutocommitStayTheHosts(int isolation) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            inside.messages().append(append(BOB, thread, message("Tomorrow")));
            inside.inspection().selfCheck();
            assertThat(connection.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(connection.getAutoCommit()).isFalse();
            connection.commit();
        }
        assertThat(messages()).isEqualTo(2);
    }

    /** A transaction that sees the world as of its beginning may find out or not; it sends nothing twice. */
    @Test
    void aboveReadCommittedAKeyUsedSinceTheBeginningIsFoundOrNeedsANewTransaction() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            seen(inside, BOB, thread);
            storage.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 0));
            try {
                assertThat(inside.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 0)))
                        .isInstanceOf(SendOutcome.Repeated.class);
            } catch (StorageException e) {
                assertThat(e.retryCanHelp()).isTrue();
            }
            connection.commit();
        }
        assertThat(messages()).isEqualTo(2);
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }

    @Test
    void aClosedConnectionEndsTheTransaction() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        Storage inside = joined(connection);
        connection.close();
        assertThatExceptionOfType(ClosedException.class)
                .isThrownBy(() -> inside.messages().append(append(BOB, thread, message("Tomorrow"))))
                .satisfies(e -> assertThat(e.what()).isEqualTo(ClosedException.What.TRANSACTION));
    }

    /** JDBC does not say that the next transaction has begun; what matters is that nothing is committed by itself. */
    @Test
    void whatComesAfterACommitWithAutocommitOffIsInTheNextTransaction() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            inside.messages().append(append(BOB, thread, message("Tomorrow")));
            connection.commit();
            inside.messages().append(append(BOB, thread, message("or later")));
            connection.rollback();
        }
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void anOperationThatCannotBeUndoneTakesTheTransactionWithIt() throws SQLException {
        FailingRollback failing = new FailingRollback(pool);
        try (Connection connection = failing.getConnection()) {
            connection.setAutoCommit(false);
            Storage inside = joined(connection);
            HostOrders.write(connection, "before");
            failing.failAt(5);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> inside.messages().append(append(BOB, thread, message("Tomorrow"))))
                    .matches(StorageException::transactionLost)
                    .matches(StorageException::retryCanHelp);
            failing.failNoMore();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> inside.stars().setThread(as(BOB), thread, true, NOW))
                    .matches(StorageException::transactionLost)
                    .withMessageContaining("roll back");
            connection.commit();
        }
        assertThat(orders.names()).isEmpty();
        assertThat(messages()).isEqualTo(1);
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }
}
