package dev.postroom.messaging.testkit.contract.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/**
 * Base class of the contracts with fixed interleavings. In each test a first operation has run and is not yet committed
 * when a second one starts on another Java thread. Then the first is committed, and the test checks the outcome of the
 * second and the stored data. Random stress seldom finds such faults, because most of them disappear with the next
 * message.
 *
 * <p>A storage may let the second operation wait or not. If both orders are right, the tests accept both outcomes, as
 * long as the stored data agree with the outcome. Nothing is asserted about time. After each test {@code verify()} must
 * find nothing. Extend one of the contracts, not this class.
 */
@Tag("slow")
public abstract class InterleavingContract extends StorageContract {

    private static final long POLL_MILLIS = 5;
    private static final int MOST_POLLS = 40;
    private static final int SETTLED = 10;
    private static final long TIMEOUT_SECONDS = 30;

    InterleavingContract() {}

    /**
     * Runs an operation while another one on the same thread is in flight, which is then committed.
     *
     * @param thread the thread
     * @param first the operation that has run and is not yet committed when the other starts; it must take effect
     * @param other the operation that runs meanwhile on another Java thread
     * @return the outcome of the other
     */
    final <T> T during(ThreadClient thread, Function<ThreadClient, ?> first, Callable<T> other) {
        return duringAll(in -> first.apply(in.thread(thread.id())), other);
    }

    /** Runs an operation while another one on the same thread is in flight, which is then rolled back. */
    final <T> T duringRolledBack(ThreadClient thread, Function<ThreadClient, ?> first, Callable<T> other) {
        return until(StorageFixture.InFlight::rollback, in -> first.apply(in.thread(thread.id())), other);
    }

    /** Runs an operation while another one is in flight, which is then committed. */
    final <T> T duringAll(Function<StorageClient, ?> first, Callable<T> other) {
        return until(StorageFixture.InFlight::commit, first, other);
    }

    private <T> T until(Consumer<StorageFixture.InFlight> end, Function<StorageClient, ?> first, Callable<T> other) {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<T> outcome = new FutureTask<>(() -> {
            started.countDown();
            return other.call();
        });
        Thread javaThread = new Thread(outcome, "interleaved");
        javaThread.setDaemon(true);
        try (StorageFixture.InFlight inFlight = fixture().begin()) {
            Object done = first.apply(client.on(inFlight.storage()));
            assertThat(tookEffect(done))
                    .as("the operation in flight answered %s", done)
                    .isTrue();
            javaThread.start();
            awaitBlockedOrEnded(javaThread, started);
            end.accept(inFlight);
        }
        return outcomeOf(outcome);
    }

    private static boolean tookEffect(Object done) {
        return done instanceof ChangeOutcome.Changed
                || done instanceof SendOutcome.Stored
                || done instanceof CreateOutcome.Created
                || (done instanceof Long marked && marked > 0);
    }

    /**
     * Waits about 200 ms from the start of the Java thread, or less if it has ended or has been blocked for some time.
     */
    private static void awaitBlockedOrEnded(Thread javaThread, CountDownLatch started) {
        try {
            started.await();
            int waiting = 0;
            for (int poll = 0; poll < MOST_POLLS && waiting < SETTLED && javaThread.isAlive(); poll++) {
                Thread.sleep(POLL_MILLIS);
                waiting = isWaiting(javaThread) ? waiting + 1 : 0;
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isWaiting(Thread javaThread) {
        return switch (javaThread.getState()) {
            case BLOCKED, WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", e);
    }

    private static <T> T outcomeOf(FutureTask<T> outcome) {
        try {
            return outcome.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            outcome.cancel(true);
            throw new AssertionError("the other operation did not end in time", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the other operation failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Runs before the fixture is closed. */
    @AfterEach
    final void verify() {
        assertVerifyFindsNothing();
    }

    // --- operations on a message whose id is known beforehand, so that nothing is read first -------------------------

    final ChangeOutcome erase(Party party, MessageId message) {
        return storage().messages().delete(client.as(party), message, OptionalLong.empty(), client.now());
    }

    final ChangeOutcome hide(Party party, MessageId message) {
        return storage().messages().hide(client.as(party), message, client.now());
    }

    final ChangeOutcome star(Party party, MessageId message, boolean starred) {
        return storage().stars().setMessage(client.as(party), message, starred, client.now());
    }

    // --- assertions that several contracts use
    // --------------------------------------------------------------------------------

    /**
     * Asserts that the thread is the only one in the party's inbox, and that every count agrees with this number of
     * unread messages.
     */
    final void assertInboxWithUnread(ThreadClient thread, Party party, long unread) {
        assertThat(client.box(party, Box.INBOX)).containsExactly(thread.id());
        assertUnread(thread, party, unread);
        boolean any = unread > 0;
        assertThat(client.box(party, Box.INBOX, BoxQuery.Filter.UNREAD)).hasSize(any ? 1 : 0);
        assertThat(client.box(party, Box.INBOX, BoxQuery.Filter.READ)).hasSize(any ? 0 : 1);
        assertThat(client.count(party, Box.INBOX, BoxQuery.Filter.UNREAD)).isEqualTo(any ? 1 : 0);
        assertThat(client.unread(party)).isEqualTo(new UnreadTotals(any ? 1 : 0, unread, true));
    }

    final void assertUnread(ThreadClient thread, Party party, long unread) {
        assertThat(thread.row(party).unread()).as("unread of %s", party).isEqualTo(unread);
        assertThat(thread.unread(party)).as("unread of %s", party).isEqualTo(unread);
    }

    /** Returns the types of the log's last rows. */
    static List<ChangeType> lastLogged(ThreadClient thread, int rows) {
        List<ChangeType> types = thread.log().stream().map(Change::type).toList();
        return types.subList(types.size() - rows, types.size());
    }
}
