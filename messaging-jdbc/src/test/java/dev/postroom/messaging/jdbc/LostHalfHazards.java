package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.TENANT;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Storage;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two transactions in a circle, and one Java thread that waits for itself. */
abstract class LostHalfHazards extends HostHazards {

    private final CyclicBarrier bothHaveOne = new CyclicBarrier(2);

    LostHalfHazards(TestServer server) {
        super(server);
    }

    @Test
    void theVictimOfADeadlockIsToldAndLeavesNothing() throws Exception {
        FutureTask<List<Boolean>> one = beside(() -> sendToBoth("one", thread, other));
        FutureTask<List<Boolean>> two = beside(() -> sendToBoth("two", other, thread));
        List<List<Boolean>> lost = List.of(end(one), end(two));

        assertThat(lost).containsExactlyInAnyOrder(List.of(), List.of(true, true));
        String loser = lost.get(0).isEmpty() ? "two" : "one";
        assertThat(orders.names()).doesNotContain("before " + loser).hasSize(1);
        assertThat(List.of(messages(thread), messages(other))).containsExactly(2, 2);
        assertNothingIsWrong();

        again(loser);
        again("one");
        assertThat(orders.names()).contains("before " + loser);
        assertThat(List.of(messages(thread), messages(other))).containsExactly(3, 3);
        assertNothingIsWrong();
    }

    private void again(String name) throws Exception {
        try (Connection connection = site.begun()) {
            Storage inside = storage.joined(storage.transaction(connection));
            if (!orders.names().contains("before " + name)) {
                HostOrders.write(connection, "before " + name);
            }
            inside.messages().append(keyed(BOB, thread, message("one"), name + thread, 0));
            inside.messages().append(keyed(BOB, other, message("other"), name + other, 0));
            connection.commit();
        }
    }

    /** A host that swallows failures; answers what they said. */
    private List<Boolean> sendToBoth(String name, ThreadId first, ThreadId second) throws Exception {
        try (Connection connection = site.begun()) {
            Storage inside = storage.joined(storage.transaction(connection));
            HostOrders.write(connection, "before " + name);
            inside.messages().append(keyed(BOB, first, message("first"), name + first, 0));
            bothHaveOne.await(30, TimeUnit.SECONDS);
            try {
                inside.messages().append(keyed(BOB, second, message("second"), name + second, 0));
                connection.commit();
                return List.of();
            } catch (StorageException e) {
                assertThat(e.retryCanHelp()).isTrue();
                StorageException later = failure(() -> inside.messages().append(append(BOB, first, message("alone"))));
                connection.commit();
                return List.of(e.transactionLost(), later.transactionLost());
            }
        }
    }

    /** The host's transaction goes for the threads in one order, sendAll in its own: no matter which is the victim. */
    @Test
    void anOperationOfItsOwnThatIsTheVictimIsRepeatedAndSeenOnce() throws Exception {
        boolean sorted = thread.toString().compareTo(other.toString()) < 0;
        ThreadId first = sorted ? thread : other;
        ThreadId second = sorted ? other : thread;
        // A database under load may find a deadlock later than the usual time-out of these tests allows.
        JdbcStorage patient = JdbcStorage.open(site.pool(), site.options().timeout(Duration.ofSeconds(30)));
        try (Connection connection = site.begun()) {
            lockBob(connection, second);
            FutureTask<Object> sending = beside(() -> patient.messages()
                    .appendAll(List.of(append(BOB, second, message("one")), append(BOB, first, message("two")))));
            Thread.sleep(300);
            // The victim is whoever closes the circle or has done less: here the operation, sooner or later, by
            // time-out.
            FutureTask<Boolean> host = beside(() -> {
                try {
                    storage.joined(storage.transaction(connection))
                            .messages()
                            .append(append(ANNA, first, message("host")));
                    connection.commit();
                    return true;
                } catch (StorageException e) {
                    connection.rollback();
                    return false;
                }
            });
            boolean stored = end(host);
            end(sending);
            assertThat(messages(first)).isEqualTo(stored ? 3 : 2);
            assertThat(messages(second)).isEqualTo(2);
        }
        assertNothingIsWrong();
    }

    /** A send inside, and a call on a mailbox outside for the same thread: it waits for its own Java thread. */
    @Test
    void aStallOfOnesOwnEndsByTimeOut() throws Exception {
        Messaging messaging = messaging();
        try (Connection connection = site.begun()) {
            messaging.in(storage.transaction(connection)).tenant(TENANT).as(BOB).reply(thread, Draft.text("inside"));
            StorageException failure =
                    failure(() -> messaging.tenant(TENANT).as(ANNA).reply(thread, Draft.text("outside")));
            assertThat(failure.transactionLost()).isFalse();
            connection.commit();
        }
        assertThat(messages(thread)).isEqualTo(2);
        messaging.tenant(TENANT).as(ANNA).reply(thread, Draft.text("outside"));
        assertThat(messages(thread)).isEqualTo(3);
        assertNothingIsWrong();
    }

    /** What is not there yet is not locked, also above read committed: keys have no neighbours. */
    @Test
    void aNewKeyOrNoneInATransactionKeepsNobodyFromUsingAnother() throws Exception {
        try (Connection connection = site.pool().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            Storage inside = storage.joined(storage.transaction(connection));
            inside.messages().append(append(BOB, thread, message("without")));
            storage.messages().append(keyed(BOB, other, message("beside"), "a", 0));
            inside.messages().append(keyed(BOB, thread, message("with"), "c", 0));
            storage.messages().append(keyed(BOB, other, message("beside"), "b", 0));
            storage.messages().append(keyed(BOB, other, message("beside"), "d", 0));
            connection.commit();
        }
        assertThat(List.of(messages(thread), messages(other))).containsExactly(3, 4);
        assertNothingIsWrong();
    }
}
