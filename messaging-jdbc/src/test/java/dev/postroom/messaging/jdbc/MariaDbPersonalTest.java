package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marking read and starring, which MariaDB does by blocks of their own: when they wait, come late, or are killed. */
@Tag("slow")
class MariaDbPersonalTest {

    /** Without the looks inside of the change, one in two hundred kills left a wrong number. */
    private static final int KILLS = 1_500;

    private static final int LONGEST_MICROS = 1_200;
    private static final int OWN = 10;
    private static final long LAST = 1 + 2 * OWN;

    private final HazardSite site = HazardSite.of(TestServer.MARIADB);
    private final JdbcStorage storage = site.open();
    private final ThreadId thread = newThread();
    private final NewMessage starred = message("to star");

    @BeforeEach
    void fill() {
        storage.threads().create(group(thread, 0));
    }

    @AfterEach
    void end() {
        site.giveBack().run();
    }

    private void send(NewMessage message) {
        storage.messages().append(append(ANNA, thread, message));
    }

    private static ChangeOutcome read(Storage storage, ThreadId thread, long seq) {
        return storage.positions().move(as(BOB), Move.READ_UP_TO, Position.of(thread, seq), NOW);
    }

    private ChangeOutcome star(Storage storage) {
        return storage.stars().setMessage(as(BOB), starred.id(), true, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_READ_COMMITTED})
    void theFirstCallOfATransactionMayWaitForAnother(int isolation) throws Exception {
        send(starred);
        assertThat(afterASend(isolation, storage -> read(storage, thread, 2)))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(afterASend(isolation, this::star)).isInstanceOf(ChangeOutcome.Changed.class);
    }

    /** Called while a send to the thread holds the rows of its members; answered after that has been committed. */
    private ChangeOutcome afterASend(int isolation, Function<Storage, ChangeOutcome> call) throws Exception {
        try (Connection sending = site.begun();
                Connection waiting = site.begun();
                Statement statement = waiting.createStatement()) {
            statement.execute("set session innodb_snapshot_isolation = on");
            waiting.commit();
            waiting.setTransactionIsolation(isolation);
            storage.joined(storage.transaction(sending)).messages().append(append(ANNA, thread, message("meanwhile")));
            Storage joined = storage.joined(storage.transaction(waiting));
            CompletableFuture<ChangeOutcome> answer = CompletableFuture.supplyAsync(() -> call.apply(joined));
            Thread.sleep(500);
            assertThat(answer).isNotDone();
            sending.commit();
            try {
                return answer.get(20, TimeUnit.SECONDS);
            } finally {
                waiting.commit();
                statement.execute("set session innodb_snapshot_isolation = default");
                waiting.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }
    }

    @Test
    void whatIsNewerThanTheTransactionsFirstLookCanBeReadAndStarred() throws SQLException {
        ThreadId newer = newThread();
        try (Connection connection = site.begun();
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement
                    .executeQuery("select count(*) from " + site.prefix() + "schema")
                    .close();
            send(starred);
            storage.threads().create(group(newer, 0));
            Storage joined = storage.joined(storage.transaction(connection));
            assertThat(read(joined, thread, 2)).isInstanceOf(ChangeOutcome.Changed.class);
            assertThat(read(joined, newer, 1)).isInstanceOf(ChangeOutcome.Changed.class);
            assertThat(star(joined)).isInstanceOf(ChangeOutcome.Changed.class);
            connection.commit();
        }
    }

    @Test
    void whatIsKilledLeavesNoWrongNumber() throws SQLException {
        for (int i = 0; i < OWN; i++) {
            storage.messages().append(append(BOB, thread, message("mine")));
            send(message("hers"));
        }
        Random random = new Random(1);
        String prefix = site.prefix();
        try (OneConnection one = new OneConnection(site.pool());
                Connection killing = site.pool().getConnection();
                Statement statement = killing.createStatement()) {
            JdbcStorage killed = JdbcStorage.open(one, site.options());
            String kill = "kill query " + id(one.getConnection());
            for (int i = 0; i < KILLS; i++) {
                long micros = random.nextInt(LONGEST_MICROS);
                CompletableFuture<Void> done = CompletableFuture.runAsync(
                        () -> execute(statement, kill),
                        CompletableFuture.delayedExecutor(micros, TimeUnit.MICROSECONDS));
                try {
                    read(killed, thread, LAST);
                } catch (StorageException e) {
                    assertThat(e.retryCanHelp()).isTrue();
                }
                done.join();
                assertThat(position(statement)).isIn("0 0", LAST + " " + (LAST - OWN));
                statement.execute(
                        "update " + prefix + "member set read_seq = 0, read_total_all = 0 where party = 'u:bob'");
            }
        }
    }

    private static long id(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select connection_id()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Statement statement, String text) {
        try {
            statement.execute(text);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String position(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select concat(read_seq, ' ', read_total_all) from " + site.prefix()
                + "member where party = 'u:bob'")) {
            row.next();
            return row.getString(1);
        }
    }
}
