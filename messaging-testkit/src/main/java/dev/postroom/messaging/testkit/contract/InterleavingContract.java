package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture;
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
 * What the suites of fixed interleavings share. In each test one operation has been done and is not yet committed when
 * another one is started on another Java thread; then the first is committed, and the outcome of the other and what is
 * stored must be right. Random stress finds such faults seldom, because most of them heal with the next message.
 *
 * <p>A storage may let the other operation wait or not; where both orders are right, both outcomes are accepted, as long as
 * what is stored agrees with the outcome. Nothing is asserted on time. After each test {@code verify()} must find nothing.
 * Extend one of the suites, not this class.
 */
@Tag("slow")
public abstract class InterleavingContract extends StorageContract {

    private static final long POLL_MILLIS = 5;
    private static final int MOST_POLLS = 40;
    private static final int SETTLED = 10;
    private static final long PATIENCE_SECONDS = 30;

    protected InterleavingContract() {}

    /**
     * Runs an operation while another one of the same thread is in flight.
     *
     * @param testThread the thread
     * @param first what is done and not yet committed when the other starts; it must take effect
     * @param other what is done meanwhile on another Java thread
     * @return the outcome of the other
     */
    protected final <T> T during(TestThread testThread, Function<TestThread, ?> first, Callable<T> other) {
        return duringAll(in -> first.apply(in.testThread(testThread.id())), other);
    }

    /** Runs an operation while another one of the same thread is in flight, which is then undone. */
    protected final <T> T duringUndone(TestThread testThread, Function<TestThread, ?> first, Callable<T> other) {
        return until(StorageFixture.InFlight::rollback, in -> first.apply(in.testThread(testThread.id())), other);
    }

    /** Runs an operation while another one is in flight. */
    protected final <T> T duringAll(Function<TestTenant, ?> first, Callable<T> other) {
        return until(StorageFixture.InFlight::commit, first, other);
    }

    private <T> T until(Consumer<StorageFixture.InFlight> end, Function<TestTenant, ?> first, Callable<T> other) {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<T> outcome = new FutureTask<>(() -> {
            started.countDown();
            return other.call();
        });
        Thread thread = new Thread(outcome, "interleaved");
        thread.setDaemon(true);
        try (StorageFixture.InFlight inFlight = fixture().begin()) {
            Object done = first.apply(testTenant.through(inFlight.storage()));
            assertThat(tookEffect(done))
                    .as("the operation in flight answered %s", done)
                    .isTrue();
            thread.start();
            letItReachItsWait(thread, started);
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

    /** Gives it some 200 ms from its start; less if it has ended or has been seen waiting for some time. */
    private static void letItReachItsWait(Thread thread, CountDownLatch started) {
        try {
            started.await();
            int waiting = 0;
            for (int poll = 0; poll < MOST_POLLS && waiting < SETTLED && thread.isAlive(); poll++) {
                Thread.sleep(POLL_MILLIS);
                waiting = isWaiting(thread) ? waiting + 1 : 0;
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
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
            return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            outcome.cancel(true);
            throw new AssertionError("the other operation never came back", e);
        } catch (ExecutionException e) {
            throw new AssertionError("the other operation failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Comes before the fixture is closed. */
    @AfterEach
    protected final void verify() {
        Messaging messaging = Messaging.builder()
                .storage(storage())
                .directory(Directory.everyone())
                .build();
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }

    // --- operations on a message whose id is known beforehand, so that nothing is read first -------------------------

    protected final ChangeOutcome erase(Party party, MessageId message) {
        return storage().messages().delete(testTenant.as(party), message, OptionalLong.empty(), testTenant.now());
    }

    protected final ChangeOutcome hide(Party party, MessageId message) {
        return storage().messages().hide(testTenant.as(party), message, testTenant.now());
    }

    protected final ChangeOutcome star(Party party, MessageId message, boolean starred) {
        return storage().stars().setMessage(testTenant.as(party), message, starred, testTenant.now());
    }

    // --- what is asserted again and again ---------------------------------------------------------------------------

    /** The thread is the only one of the party's inbox, with so many unread messages, wherever they are counted. */
    protected final void assertInboxWithUnread(TestThread testThread, Party party, long unread) {
        assertThat(testTenant.box(party, Box.INBOX)).containsExactly(testThread.id());
        assertUnread(testThread, party, unread);
        boolean any = unread > 0;
        assertThat(testTenant.box(party, Box.INBOX, BoxQuery.Filter.UNREAD)).hasSize(any ? 1 : 0);
        assertThat(testTenant.box(party, Box.INBOX, BoxQuery.Filter.READ)).hasSize(any ? 0 : 1);
        assertThat(testTenant.count(party, Box.INBOX, BoxQuery.Filter.UNREAD)).isEqualTo(any ? 1 : 0);
        assertThat(testTenant.unread(party)).isEqualTo(new UnreadTotals(any ? 1 : 0, unread, true));
    }

    protected final void assertUnread(TestThread testThread, Party party, long unread) {
        assertThat(testThread.row(party).unread()).as("unread of %s", party).isEqualTo(unread);
        assertThat(testThread.unread(party)).as("unread of %s", party).isEqualTo(unread);
    }

    /** The seqs of the log's rows of a type. */
    public static List<Long> logged(TestThread testThread, ChangeType type) {
        return testThread.log().stream()
                .filter(change -> change.type() == type)
                .map(change -> change.position().seq())
                .toList();
    }

    /** The types of the log's last rows. */
    public static List<ChangeType> lastLogged(TestThread testThread, int rows) {
        List<ChangeType> types = testThread.log().stream().map(Change::type).toList();
        return types.subList(types.size() - rows, types.size());
    }
}
