package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is done inside a transaction of the host: seen by nobody before the host commits, undone by its rollback, whole or
 * not at all in each operation, and refused once the transaction has ended. After each test {@code verify()} must find
 * nothing.
 *
 * <p>A storage whose transactions end with a failed operation may say so ({@code transactionLost()}); then only that
 * nothing is left is asserted.
 */
public abstract class HostTransactionContract extends StorageContract {

    private static final long WAITS_AFTER_MILLIS = 500;

    /** For adapters to extend. */
    protected HostTransactionContract() {}

    /** Comes before the fixture is closed. */
    @AfterEach
    final void verify() {
        Messaging messaging = Messaging.builder()
                .storage(storage())
                .directory(Directory.everyone())
                .build();
        assertThat(messaging.maintenance().verify().violations()).isEmpty();
    }

    private TestThread inside(InFlight transaction, TestThread testThread) {
        return testTenant.through(transaction.storage()).testThread(testThread.id());
    }

    /** A bit of everything, in a thread with two messages and in two new threads. */
    private void doMuch(InFlight transaction, TestThread testThread) {
        TestThread inside = inside(transaction, testThread);
        TestTenant in = testTenant.through(transaction.storage());
        inside.by(BOB).key("k", "f").seen(2).stored();
        inside.say(ANNA);
        assertThat(inside.read(CAROL, 2)).isEqualTo(CHANGED);
        assertThat(inside.archive(CAROL, 4)).isEqualTo(CHANGED);
        assertThat(inside.star(CAROL, 1)).isEqualTo(CHANGED);
        assertThat(inside.hide(CAROL, 2)).isEqualTo(CHANGED);
        assertThat(inside.erase(BOB, 3)).isEqualTo(CHANGED);
        assertThat(inside.join(ANNA, DAVE)).isEqualTo(CHANGED);
        assertThat(inside.leave(CAROL)).isEqualTo(CHANGED);
        assertThat(inside.rename(ANNA, "cellar")).isEqualTo(CHANGED);
        assertThat(inside.close(ANNA)).isEqualTo(CHANGED);
        in.opening(BOB).directWith(CAROL).testThread().say(CAROL);
        in.opening(BOB).with(EVE).says("hello").key("l", "f").testThread();
        assertThat(in.storage().positions().readAll(in.as(EVE), in.now())).isEqualTo(1);
    }

    private TestThread twoMessages() {
        TestThread testThread = group(ANNA, BOB, CAROL);
        testThread.say(ANNA);
        testThread.say(BOB);
        return testThread;
    }

    @Nested
    class Ending {

        @Test
        void whatWasDoneInsideIsThereAfterTheCommit() {
            TestThread testThread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, testThread);
                var inside = testTenant.through(transaction.storage()).everything();
                transaction.commit();

                assertThat(testTenant.everything()).isEqualTo(inside).hasSize(3);
            }
            assertThat(testThread.info().closed()).isPresent();
        }

        @Test
        void aRollbackUndoesEverything() {
            TestThread testThread = twoMessages();
            var before = testTenant.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, testThread);
                transaction.rollback();
            }

            assertThat(testTenant.everything()).isEqualTo(before);
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
            assertThat(testTenant.box(CAROL, Box.INBOX)).containsExactly(testThread.id());
            assertThat(direct(CAROL, BOB).facts().messages()).isEmpty();
            assertThat(testThread.by(BOB).key("k", "g").stored().position()).isEqualTo(testThread.at(3));
        }

        @Test
        void whatIsNeitherCommittedNorRolledBackIsUndone() {
            TestThread testThread = twoMessages();
            var before = testTenant.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, testThread);
            }

            assertThat(testTenant.everything()).isEqualTo(before);
        }

        @Test
        void nobodyElseSeesAnythingBeforeTheCommit() {
            TestThread testThread = twoMessages();
            var before = testTenant.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, testThread);

                assertSeesUnlessItWaits(testTenant::everything, before);
                assertSeesUnlessItWaits(() -> testTenant.box(EVE, Box.ALL), List.of());
                assertSeesUnlessItWaits(() -> testThread.unread(CAROL), 2L);
                assertSeesUnlessItWaits(() -> testTenant.findKey(BOB, "k").isPresent(), false);
                transaction.commit();
            }
            assertThat(testTenant.everything()).isNotEqualTo(before);
        }

        @Test
        void insideOneSeesWhatWasDoneInside() {
            TestThread testThread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                TestThread inside = inside(transaction, testThread);
                inside.say(BOB, "inside");

                assertThat(inside.seqs(ANNA)).containsExactly(1L, 2L, 3L);
                assertThat(inside.unread(ANNA)).isEqualTo(2);
                TestThread again = testTenant
                        .through(storage().joined(transaction.hostTransaction()))
                        .testThread(testThread.id());
                assertThat(again.seqs(ANNA)).containsExactly(1L, 2L, 3L);
            }
        }

        @Test
        void nothingIsDoneAfterTheCommit() {
            assertNothingIsDoneAfter(InFlight::commit);
        }

        @Test
        void nothingIsDoneAfterTheRollback() {
            assertNothingIsDoneAfter(InFlight::rollback);
        }

        private void assertNothingIsDoneAfter(Consumer<InFlight> end) {
            TestThread testThread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                TestThread inside = inside(transaction, testThread);
                inside.say(BOB);
                end.accept(transaction);
                var before = testTenant.everything();
                ThreadId missing = testTenant.newThreadId();

                assertEnded(() -> inside.by(BOB).send());
                assertEnded(() -> inside.read(BOB, 1));
                assertEnded(() -> inside.starThread(BOB));
                assertEnded(() -> inside.rename(ANNA, "cellar"));
                assertEnded(() -> inside.find(BOB));
                assertEnded(() -> inside.messages(BOB));
                assertEnded(() -> testTenant.through(transaction.storage()).facts(missing));
                assertThat(testTenant.everything()).isEqualTo(before);
            }
        }

        private void assertEnded(Runnable operation) {
            assertThatExceptionOfType(ClosedException.class)
                    .isThrownBy(operation::run)
                    .satisfies(e -> assertThat(e.what()).isEqualTo(ClosedException.What.TRANSACTION));
        }

        @Test
        void aTransactionOfAnotherStorageIsRefused() throws Exception {
            try (StorageFixture elsewhere = newFixture();
                    InFlight transaction = elsewhere.begin()) {
                assertRefusesTransaction(transaction.hostTransaction());
            }
            assertRefusesTransaction(new HostTransaction() {});
        }

        private void assertRefusesTransaction(HostTransaction transaction) {
            assertThatExceptionOfType(InvalidException.class)
                    .isThrownBy(() -> storage().joined(transaction))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("transaction"));
        }
    }

    @Nested
    class Failing {

        @Test
        void aMessageThatFailsLeavesNothing() {
            TestThread testThread = twoMessages();
            var before = testTenant.everything();
            StorageException failure;
            try (InFlight transaction = fixture().begin()) {
                TestThread inside = inside(transaction, testThread);
                failure = failing(() -> inside.by(BOB)
                        .id(testThread.message(1))
                        .key("k", "f")
                        .seen(1)
                        .send());
                endAs(failure, transaction);
            }

            assertThat(testTenant.everything()).isEqualTo(before);
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aThreadThatFailsLeavesNothing() {
            TestThread testThread = twoMessages();
            var before = testTenant.everything();
            try (InFlight transaction = fixture().begin()) {
                TestTenant in = testTenant.through(transaction.storage());
                StorageException failure = failing(() -> in.opening(BOB)
                        .id(testThread.id())
                        .with(CAROL)
                        .says("hello")
                        .key("k", "f")
                        .create());
                endAs(failure, transaction);
            }

            assertThat(testTenant.everything()).isEqualTo(before);
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void whatCameBeforeAndAfterAFailureStaysUnlessTheTransactionIsLost() {
            TestThread testThread = twoMessages();
            StorageException failure;
            try (InFlight transaction = fixture().begin()) {
                TestThread inside = inside(transaction, testThread);
                inside.say(BOB, "before");
                failure = failing(() -> inside.by(BOB).id(testThread.message(1)).send());
                if (!failure.transactionLost()) {
                    inside.say(BOB, "after");
                }
                endAs(failure, transaction);
            }

            assertThat(testThread.seqs(ANNA)).hasSize(failure.transactionLost() ? 2 : 4);
        }

        private StorageException failing(Runnable operation) {
            try {
                operation.run();
            } catch (StorageException e) {
                return e;
            }
            throw new AssertionError("an id that is there already should fail");
        }

        /** A host that goes on as if nothing had been, where it may. */
        private void endAs(StorageException failure, InFlight transaction) {
            if (failure.transactionLost()) {
                transaction.rollback();
            } else {
                transaction.commit();
            }
        }
    }

    @Nested
    class Answers {

        @Test
        void noRefusalEndsTheTransaction() {
            TestThread testThread = twoMessages();
            TestThread closed = group(ANNA, BOB);
            closed.close(ANNA);
            ThreadId pair = direct(ANNA, BOB).id();
            testThread.by(BOB).key("used", "f").stored();
            try (InFlight transaction = fixture().begin()) {
                TestTenant in = testTenant.through(transaction.storage());
                TestThread inside = inside(transaction, testThread);
                inside.say(BOB, "before");

                assertThat(inside(transaction, closed).by(BOB).key("k", "f").send())
                        .isEqualTo(sendRefused(Refusal.CLOSED));
                assertThat(inside.by(STRANGER).send()).isEqualTo(sendRefused(Refusal.NOT_MEMBER));
                assertThat(inside.by(BOB).seen(99).send()).isEqualTo(sendRefused(Refusal.BEYOND_LAST));
                assertThat(inside.by(BOB).revision(99).send()).isEqualTo(sendRefused(Refusal.STALE));
                assertThat(inside.read(STRANGER, 1)).isEqualTo(refused(Refusal.NOT_MEMBER));
                assertThat(inside.rename(BOB, "mine")).isEqualTo(refused(Refusal.FORBIDDEN));
                assertThat(inside.by(BOB).key("used", "f").send()).isInstanceOf(SendOutcome.Repeated.class);
                assertThat(inside.by(BOB).key("used", "g").send()).isInstanceOf(SendOutcome.KeyConflict.class);
                assertThat(in.opening(BOB)
                                .with(CAROL)
                                .says("t")
                                .key("used", "g")
                                .create())
                        .isInstanceOf(SendOutcome.KeyConflict.class);
                assertThat(in.opening(BOB)
                                .directWith(ANNA)
                                .says("t")
                                .key("k", "f")
                                .create())
                        .isEqualTo(new CreateOutcome.PairTaken(pair));
                assertThat(inside.starThread(BOB)).isEqualTo(CHANGED);
                assertThat(inside.starThread(BOB)).isEqualTo(UNCHANGED);

                inside.say(BOB, "after");
                transaction.commit();
            }

            assertThat(testThread.seqs(ANNA)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aKeyIsFoundInTheSameTransaction() {
            TestThread testThread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                TestThread inside = inside(transaction, testThread);
                SendOutcome.Stored stored = inside.by(BOB).key("k", "f").stored();

                assertThat(inside.by(BOB).key("k", "f").send())
                        .isInstanceOfSatisfying(
                                SendOutcome.Repeated.class,
                                repeated -> assertThat(repeated.stored().messageId())
                                        .isEqualTo(stored.messageId()));
                transaction.commit();
            }

            assertThat(testThread.seqs(ANNA)).hasSize(3);
        }

        @Test
        void aTransactionThatIsRunAgainSendsNothingTwice() {
            TestThread testThread = twoMessages();
            for (int run = 0; run < 2; run++) {
                try (InFlight transaction = fixture().begin()) {
                    TestThread inside = inside(transaction, testThread);
                    inside.by(BOB).key("k", "f").send();
                    inside.by(BOB).key("l", "f").send();
                    transaction.commit();
                }
            }

            assertThat(testThread.seqs(ANNA)).hasSize(4);
        }

        @Test
        void theKeyOfATransactionThatWasRolledBackIsFree() {
            TestThread testThread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                inside(transaction, testThread).by(BOB).key("k", "f").stored();
                transaction.rollback();
            }
            try (InFlight transaction = fixture().begin()) {
                inside(transaction, testThread).by(BOB).key("k", "g").stored();
                transaction.commit();
            }

            assertThat(testThread.seqs(ANNA)).hasSize(3);
        }
    }

    /** Asks on another Java thread: what is answered while the transaction is open must be from before it. */
    private static <T> void assertSeesUnlessItWaits(Supplier<T> question, T expected) {
        FutureTask<T> answer = new FutureTask<>(question::get);
        Thread reader = new Thread(answer, "reader");
        reader.setDaemon(true);
        reader.start();
        try {
            assertThat(answer.get(WAITS_AFTER_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(expected);
        } catch (TimeoutException e) {
            // It waits for the transaction to end, which a storage may.
        } catch (ExecutionException e) {
            throw new AssertionError("reading beside an open transaction failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
