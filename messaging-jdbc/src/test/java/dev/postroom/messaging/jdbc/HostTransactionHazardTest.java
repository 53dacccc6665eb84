package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.TENANT;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.dialect.SqlRenderer;
import dev.postroom.messaging.jdbc.internal.message.SendPlans;
import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import dev.postroom.messaging.jdbc.internal.session.Statements;
import dev.postroom.messaging.jdbc.internal.thread.FanOut;
import dev.postroom.messaging.jdbc.internal.transaction.Joining;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What goes wrong with a host's transaction, shown the way it does without a measure, and then with it. */
class HostTransactionHazardTest {

    private static final String LOCK_TIMEOUT = "400";

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=" + LOCK_TIMEOUT, "sa", "");
    private final JdbcStorage storage =
            JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
    private final HostOrders orders = new HostOrders(pool);
    private final ThreadId thread = newThread();
    private final ThreadId other = newThread();

    @BeforeEach
    void start() {
        storage.threads().create(group(thread, 0));
        storage.threads().create(group(other, 0));
    }

    @AfterEach
    void end() {
        pool.dispose();
    }

    private Connection begun() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private Messaging messaging() {
        return Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
    }

    private List<?> violations() {
        return messaging().maintenance().verify().violations();
    }

    private int messages(ThreadId id) {
        return seen(storage, BOB, id).size();
    }

    /** A statement in the middle of an operation fails, the host catches it and commits. */
    @Nested
    class HalfAnOperation {

        @Test
        void isKeptWithoutASavepoint() throws SQLException {
            Dialect dialect = withoutSavepoints(
                    Opening.names(pool, JdbcOptions.defaults()).dialect());
            Statements statements = new Statements(new SqlRenderer("postroom_", dialect), 0);
            Joining raw = Joining.of(statements, Duration.ofSeconds(10), true);
            try (Connection connection = begun()) {
                Transactions work = raw.in(storage.inside(connection));
                failInTheMiddle(new JdbcStorage(raw, work, new FanOut(50), new SendPlans(), () -> {}));
                connection.commit();
            }

            assertThat(violations()).isNotEmpty();
        }

        @Test
        void isUndone() throws SQLException {
            try (Connection connection = begun()) {
                StorageException failure = failInTheMiddle(storage.joined(storage.transaction(connection)));
                assertThat(failure.transactionLost()).isFalse();
                HostOrders.write(connection, "after");
                connection.commit();
            }

            assertThat(violations()).isEmpty();
            assertThat(messages(thread)).isEqualTo(1);
            assertThat(orders.names()).containsExactly("after");
        }

        /** The id is taken: the thread has been advanced before that is noticed. */
        private StorageException failInTheMiddle(Storage inside) {
            var taken = message("Tomorrow");
            storage.messages().append(append(BOB, other, taken));
            return catchThrowableOfType(
                    StorageException.class, () -> inside.messages().append(append(BOB, thread, taken)));
        }

        private static Dialect withoutSavepoints(Dialect dialect) {
            TransactionRules rules = answering(TransactionRules.class, dialect.transactions(), "savepoints", false);
            return answering(Dialect.class, dialect, "transactions", rules);
        }

        private static <T> T answering(Class<T> type, T target, String asked, Object answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().equals(asked)) {
                            return answer;
                        }
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }

    /** Two transactions send to the same two threads in different orders: the database rolls back all of one of them. */
    @Nested
    class ALostHalf {

        private final CyclicBarrier bothHaveOne = new CyclicBarrier(2);

        /** The connection of the loser goes on in a new transaction, and nothing tells it so afterwards. */
        @Test
        void isWhatTheDatabaseLetsAHostCommit() throws Exception {
            FutureTask<Boolean> one = new FutureTask<>(() -> updateBoth("one", thread, other));
            FutureTask<Boolean> two = new FutureTask<>(() -> updateBoth("two", other, thread));
            new Thread(one, "one").start();
            new Thread(two, "two").start();
            boolean oneWon = one.get(30, TimeUnit.SECONDS);

            assertThat(two.get(30, TimeUnit.SECONDS)).isNotEqualTo(oneWon);
            String loser = oneWon ? "two" : "one";
            assertThat(orders.names()).contains("after " + loser).doesNotContain("before " + loser);
        }

        private boolean updateBoth(String name, ThreadId first, ThreadId second) throws Exception {
            try (Connection connection = begun()) {
                HostOrders.write(connection, "before " + name);
                update(connection, first);
                bothHaveOne.await(30, TimeUnit.SECONDS);
                boolean won = true;
                try {
                    update(connection, second);
                } catch (SQLException e) {
                    won = false;
                }
                HostOrders.write(connection, "after " + name);
                connection.commit();
                return won;
            }
        }

        private static void update(Connection connection, ThreadId id) throws SQLException {
            try (PreparedStatement update =
                    connection.prepareStatement("update postroom_thread set updated_at = updated_at where id = ?")) {
                update.setObject(1, id.value());
                update.executeUpdate();
            }
        }

        @Test
        void isReportedAndWhatFollowsIsRefusedInsteadOfBeingCommittedAlone() throws Exception {
            FutureTask<List<Boolean>> one = new FutureTask<>(() -> sendToBoth("one", thread, other));
            FutureTask<List<Boolean>> two = new FutureTask<>(() -> sendToBoth("two", other, thread));
            new Thread(one, "one").start();
            new Thread(two, "two").start();
            List<List<Boolean>> lost = List.of(one.get(30, TimeUnit.SECONDS), two.get(30, TimeUnit.SECONDS));

            assertThat(lost).containsExactlyInAnyOrder(List.of(), List.of(true, true));
            String loser = lost.get(0).isEmpty() ? "two" : "one";
            String winner = lost.get(0).isEmpty() ? "one" : "two";
            // H2 goes on as if nothing had been: a host that does so too commits what came after, and that alone.
            assertThat(orders.names())
                    .containsExactlyInAnyOrder("after " + loser, "after " + winner, "before " + winner);
            assertThat(messages(thread)).isEqualTo(2);
            assertThat(messages(other)).isEqualTo(2);
            assertThat(violations()).isEmpty();

            // The whole transaction again; had it been committed after all, the keys would have said so.
            bothHaveOne.reset();
            assertThat(again(loser)).isEmpty();
            assertThat(orders.names()).contains("before " + loser);
            assertThat(messages(thread)).isEqualTo(3);
        }

        private List<Boolean> again(String name) throws SQLException {
            try (Connection connection = begun()) {
                Storage inside = storage.joined(storage.transaction(connection));
                HostOrders.write(connection, "before " + name);
                inside.messages().append(keyed(BOB, thread, message("to one"), name + 0, 0));
                inside.messages().append(keyed(BOB, other, message("to the other"), name + 1, 0));
                connection.commit();
                return List.of();
            }
        }

        /** A host that swallows failures; answers what they said. */
        private List<Boolean> sendToBoth(String name, ThreadId first, ThreadId second) throws Exception {
            try (Connection connection = begun()) {
                Storage inside = storage.joined(storage.transaction(connection));
                HostOrders.write(connection, "before " + name);
                inside.messages().append(keyed(BOB, first, message("to one"), name + 0, 0));
                bothHaveOne.await(30, TimeUnit.SECONDS);
                StorageException failure = catchThrowableOfType(
                        StorageException.class,
                        () -> inside.messages().append(keyed(BOB, second, message("to the other"), name + 1, 0)));
                HostOrders.write(connection, "after " + name);
                if (failure == null) {
                    connection.commit();
                    return List.of();
                }
                assertThat(failure.retryCanHelp()).isTrue();
                StorageException later = catchThrowableOfType(
                        StorageException.class, () -> inside.messages().append(append(BOB, first, message("alone"))));
                connection.commit();
                return List.of(failure.transactionLost(), later.transactionLost());
            }
        }
    }

    /** A send inside, and a call on a mailbox outside for the same thread: it waits for its own Java thread. */
    @Nested
    class AStallOfOnesOwn {

        @Test
        void endsByTimeOut() throws SQLException {
            Messaging messaging = messaging();
            try (Connection connection = begun()) {
                messaging
                        .in(storage.transaction(connection))
                        .tenant(TENANT)
                        .as(BOB)
                        .reply(thread, Draft.text("inside"));
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> messaging.tenant(TENANT).as(ANNA).reply(thread, Draft.text("outside")))
                        .matches(StorageException::retryCanHelp)
                        .matches(failure -> !failure.transactionLost());
                connection.commit();
            }
            assertThat(messages(thread)).isEqualTo(2);
            messaging.tenant(TENANT).as(ANNA).reply(thread, Draft.text("outside"));
            assertThat(messages(thread)).isEqualTo(3);
        }

        /** The wait inside is as long, tried once, and leaves the transaction to the host. */
        @Test
        void nothingInsideIsRepeated() throws SQLException {
            RoundTrips trips = new RoundTrips(pool);
            try (Connection blocking = begun();
                    Connection connection = trips.getConnection()) {
                storage.joined(storage.transaction(blocking)).messages().append(append(BOB, thread, message("first")));
                connection.setAutoCommit(false);
                Storage inside = storage.joined(storage.transaction(connection));
                HostOrders.write(connection, "before");
                trips.take();

                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> inside.messages().append(append(BOB, thread, message("second"))))
                        .matches(StorageException::retryCanHelp)
                        .matches(failure -> !failure.transactionLost());
                assertThat(trips.takeTexts()).hasSize(4).contains("setSavepoint", "rollback", "releaseSavepoint");
                blocking.commit();
                inside.messages().append(append(BOB, thread, message("second")));
                connection.commit();
            }
            assertThat(messages(thread)).isEqualTo(3);
            assertThat(orders.names()).containsExactly("before");
        }
    }

    /** A pool that hands out connections with autocommit off, as if somebody would commit. */
    @Nested
    class APoolWithAutocommitOff {

        private final DataSource off = new AutocommitOff(pool);

        @Test
        void losesWhatJdbiWritesAlone() {
            Jdbi.create(off).useHandle(handle -> handle.execute("insert into host_order values ('lost')"));

            assertThat(orders.names()).isEmpty();
        }

        @Test
        void losesNothingInOneOfItsTransactionsNorBeside() throws SQLException {
            JdbcStorage onIt = JdbcStorage.open(off);
            try (Connection connection = off.getConnection()) {
                onIt.joined(onIt.transaction(connection)).messages().append(append(BOB, thread, message("inside")));
                onIt.messages().append(append(BOB, other, message("beside")));
                assertThat(messages(other)).isEqualTo(2);
                assertThat(messages(thread)).isEqualTo(1);
                connection.commit();
            }
            assertThat(messages(thread)).isEqualTo(2);
        }
    }
}
