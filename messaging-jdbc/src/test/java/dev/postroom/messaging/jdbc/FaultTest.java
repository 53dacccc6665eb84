package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Directory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure at any statement of an operation, and at the rollback after it, leaves nothing of the operation. */
class FaultTest {

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final FailingRollback failing = new FailingRollback(pool);
    private final JdbcStorage storage =
            JdbcStorage.open(failing, JdbcOptions.defaults().migrate());
    private final ThreadId thread = newThread();

    @AfterEach
    void close() {
        pool.dispose();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aSendThatFailsLeavesNothing(int execution) {
        storage.threads().create(group(thread, 3));
        failing.failAt(execution);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> storage.messages().append(keyed(BOB, thread, message("Tomorrow"), "k", 0)));
        failing.failNoMore();
        assertThat(seen(storage, BOB, thread)).hasSize(1);
        assertNothingIsWrong();
        storage.messages().append(append(BOB, thread, message("Tomorrow")));
        assertThat(seen(storage, BOB, thread)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aNewThreadThatFailsLeavesNothing(int execution) {
        failing.failAt(execution);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> storage.threads().create(group(thread, 3)));
        failing.failNoMore();
        assertThat(storage.boxes().find(as(BOB), thread, 0)).isEmpty();
        assertNothingIsWrong();
    }

    @Test
    void aCommitThatFailsIsNotRepeatedForItMayHaveHappened() {
        storage.threads().create(group(thread, 3));
        failing.failAfterCommit();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> storage.messages().append(append(BOB, thread, message("Tomorrow"))))
                .withMessageContaining("40001")
                .matches(StorageException::retryCanHelp);
        assertThat(seen(storage, BOB, thread)).hasSize(2);
        assertNothingIsWrong();
    }

    @Test
    void whatMetAnotherTransactionIsRepeatedAndHappensOnce() {
        Busy busy = new Busy(pool);
        JdbcStorage meeting = JdbcStorage.open(busy);
        busy.meet(5);
        meeting.threads().create(group(thread, 3));
        busy.meet(11);
        meeting.messages().append(append(BOB, thread, message("Tomorrow")));
        assertThat(busy.met()).isEqualTo(11);
        assertThat(seen(storage, BOB, thread)).hasSize(2);
        assertNothingIsWrong();
    }

    @Test
    void whatMeetsOthersAgainAndAgainIsTheHostsToRepeat() {
        storage.threads().create(group(thread, 3));
        Busy busy = new Busy(pool);
        JdbcStorage meeting = JdbcStorage.open(busy);
        busy.meet(Integer.MAX_VALUE);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> meeting.messages().append(append(BOB, thread, message("Tomorrow"))))
                .withMessageContaining("40001")
                .matches(StorageException::retryCanHelp)
                .matches(failure -> !failure.transactionLost());
        assertThat(busy.met()).isEqualTo(12);
        assertThat(seen(storage, BOB, thread)).hasSize(1);
    }

    private void assertNothingIsWrong() {
        Messaging messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }
}
