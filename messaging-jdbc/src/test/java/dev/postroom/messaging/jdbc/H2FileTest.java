package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.jdbc.internal.dialect.H2Dialect;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadChange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On an H2 file of the host's one transaction at a time writes messages, so that no rollback takes back another one's. */
class H2FileTest {

    private static final JdbcOptions OPTIONS =
            JdbcOptions.defaults().timeout(Duration.ofSeconds(2)).migrate();

    /** Is locked after all others. */
    private static final ThreadId MISSING = ThreadId.of(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"));

    private final HikariDataSource pool = new HikariDataSource();
    private final ThreadId thread = newThread();
    private JdbcStorage storage;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws SQLException {
        pool.setJdbcUrl("jdbc:h2:" + folder.resolve("host") + ";WRITE_DELAY=0;LOCK_TIMEOUT=200;QUERY_CACHE_SIZE=256");
        storage = JdbcStorage.open(pool, OPTIONS);
        storage.threads().create(group(thread, 3));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            RollbackProbe.on(statement, "postroom_thread");
        }
    }

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void whatACallTakesBackIsNotWhatAnotherCallHasCommitted() throws Exception {
        RollbackProbe.arm(1, this::send);
        SendAllOutcome outcome = storage.messages()
                .appendAll(
                        List.of(append(BOB, thread, message("Tomorrow")), append(BOB, MISSING, message("Tomorrow"))));
        RollbackProbe.await();
        assertThat(outcome).isInstanceOf(SendAllOutcome.Undone.class);
        assertHas(2);
    }

    @Test
    void aRollbackOfTheHostTakesBackNothingOfAnotherCall() throws Exception {
        try (Connection connection = begun()) {
            joined(connection).messages().append(append(ANNA, thread, message("Tomorrow")));
            RollbackProbe.arm(0, this::send);
            connection.rollback();
        }
        RollbackProbe.await();
        assertHas(2);
    }

    @Test
    void aCallThatChangesNothingRollsNothingBack() throws Exception {
        RollbackProbe.arm(0, this::send);
        assertThat(rename(storage)).isInstanceOf(ChangeOutcome.Refused.class);
        try (Connection connection = begun()) {
            assertThat(rename(joined(connection))).isInstanceOf(ChangeOutcome.Refused.class);
            connection.commit();
        }
        assertThatExceptionOfType(AssertionError.class).isThrownBy(RollbackProbe::await);
        assertHas(1);
    }

    @Test
    void aSecondTransactionThatWritesMessagesIsRefusedAndGoesOnLater() throws SQLException {
        ThreadId other = newThread();
        storage.threads().create(group(other, 0));
        try (Connection first = begun();
                Connection second = begun()) {
            joined(first).messages().append(append(ANNA, thread, message("Tomorrow")));
            assertRefused(() -> joined(second).messages().append(append(ANNA, other, message("Tomorrow"))));
            assertRefused(() -> storage.messages().append(append(ANNA, other, message("Tomorrow"))));
            assertThat(seen(storage, BOB, thread)).as("who reads does not wait").hasSize(1);
            first.commit();
            joined(second).messages().append(append(ANNA, other, message("Tomorrow")));
            second.commit();
        }
        send();
        assertThat(seen(storage, BOB, other)).hasSize(2);
        assertHas(3);
    }

    @Test
    void twoStoragesOnOneFileTakeTurns() throws Exception {
        JdbcStorage another = JdbcStorage.open(pool, OPTIONS);
        Callers.together(8, number -> {
            Storage mine = number % 2 == 0 ? storage : another;
            for (int i = 0; i < 40; i++) {
                mine.messages().append(append(BOB, thread, message("Tomorrow")));
            }
        });
        assertHas(1 + 8 * 40);
    }

    @Test
    void aStorageThatFollowsTakesItsTurnToo() throws SQLException {
        JdbcStorage following = JdbcStorage.open(ConnectionSource.of(pool, () -> false), OPTIONS);
        Position first = new Position(thread, 1);
        try (Connection host = begun()) {
            joined(host).messages().append(append(ANNA, thread, message("Tomorrow")));
            assertRefused(() -> following.positions().move(as(BOB), Move.READ_UP_TO, first, TestCommands.NOW));
            assertRefused(() -> following.stars().setThread(as(BOB), thread, true, TestCommands.NOW));
            host.commit();
        }
        assertThat(following.positions().move(as(BOB), Move.READ_UP_TO, first, TestCommands.NOW))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    /**
     * Tests that the lock needs its two rows. H2 can restore a row of the lock twice during a rollback. The second restore takes
     * the row from a transaction that locked it after the first restore.
     */
    @Test
    void aRollbackDoesNotTakeTheLockFromTheNextTransaction() throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table hosts (id int primary key)");
            RollbackProbe.on(statement, "postroom_schema");
        }
        ThreadId other = newThread();
        storage.threads().create(group(other, 0));
        for (int row = 0; row < 2; row++) {
            int restoredBefore = row;
            try (Connection second = begun()) {
                try (Connection first = begun()) {
                    joined(first).messages().append(append(ANNA, thread, message("Tomorrow")));
                    RollbackProbe.arm(restoredBefore, () -> {
                        Object sent = joined(second).messages().append(append(ANNA, other, message("Today")));
                        // A commit during the rollback makes H2 restore the row again.
                        Tables.execute(pool, List.of("insert into hosts values (" + restoredBefore + ")"));
                        return sent;
                    });
                    first.rollback();
                }
                RollbackProbe.await();
                // The second transaction must not use the storage again before this: that would lock a lost row again.
                assertRefused(this::send);
                second.commit();
            }
        }
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }

    @Test
    void whoWaitsForAnotherOperationOfTheProcessWaitsNoLongerThanTheTimeOut() throws SQLException {
        Lock writing;
        try (Connection connection = pool.getConnection()) {
            writing = H2Dialect.ofHost(connection).transactions().oneWriter().orElseThrow();
        }
        FutureTask<Object> holding = new FutureTask<>(() -> {
            writing.lock();
            return writing;
        });
        new Thread(holding, "holding").start();
        assertThat(holding).succeedsWithin(Duration.ofSeconds(20));
        assertRefused(this::send);
    }

    /** By somebody who may not: found out under the thread's lock. */
    private ChangeOutcome rename(Storage in) {
        return in.threads()
                .change(as(BOB), thread, new ThreadChange.Rename("Cellar"), OptionalLong.empty(), TestCommands.NOW);
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .as("an operation while another one holds the lock of the file")
                .isThrownBy(call)
                .withMessageContaining("another transaction that changes messages or mailboxes is open on this H2 file")
                .matches(StorageException::retryCanHelp)
                .matches(failure -> !failure.transactionLost());
    }

    private Object send() {
        return storage.messages().append(append(BOB, thread, message("Tomorrow")));
    }

    private Connection begun() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private Storage joined(Connection connection) {
        return storage.joined(storage.transaction(connection));
    }

    private void assertHas(int messages) {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        assertThat(seen(storage, BOB, thread)).hasSize(messages);
    }
}
