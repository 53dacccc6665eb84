package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
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
 * Tests operations inside a transaction of the host. Nobody else sees them before the host commits, a rollback undoes
 * them, each operation takes effect wholly or not at all, and the storage refuses operations after the end of the
 * transaction. After each test {@code verify()} must find nothing.
 *
 * <p>A storage whose transactions end with a failed operation may say so ({@code transactionLost()}). Then the tests
 * only assert that nothing is left.
 */
public abstract class HostTransactionContract extends StorageContract {

    private static final long WAITS_AFTER_MILLIS = 500;

    /** For adapters to extend. */
    protected HostTransactionContract() {}

    /** Runs before the fixture is closed. */
    @AfterEach
    final void verify() {
        assertVerifyFindsNothing();
    }

    private ThreadClient inside(InFlight transaction, ThreadClient thread) {
        return client.on(transaction.storage()).thread(thread.id());
    }

    /** Runs one operation of each kind, in a thread with two messages and in two new threads. */
    private void doMuch(InFlight transaction, ThreadClient thread) {
        ThreadClient inside = inside(transaction, thread);
        StorageClient in = client.on(transaction.storage());
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
        in.newThread(BOB).directWith(CAROL).created().say(CAROL);
        in.newThread(BOB).with(EVE).says("hello").key("l", "f").created();
        assertThat(in.storage().positions().readAll(in.as(EVE), in.now())).isEqualTo(1);
    }

    private ThreadClient twoMessages() {
        ThreadClient thread = group(ANNA, BOB, CAROL);
        thread.say(ANNA);
        thread.say(BOB);
        return thread;
    }

    @Nested
    class Ending {

        @Test
        void theChangesOfTheTransactionAreThereAfterTheCommit() {
            ThreadClient thread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, thread);
                var inside = client.on(transaction.storage()).everything();
                transaction.commit();

                assertThat(client.everything()).isEqualTo(inside).hasSize(3);
            }
            assertThat(thread.info().closed()).isPresent();
        }

        @Test
        void aRollbackUndoesEverything() {
            ThreadClient thread = twoMessages();
            var before = client.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, thread);
                transaction.rollback();
            }

            assertThat(client.everything()).isEqualTo(before);
            assertThat(client.findKey(BOB, "k")).isEmpty();
            assertThat(client.box(CAROL, Box.INBOX)).containsExactly(thread.id());
            assertThat(direct(CAROL, BOB).facts().messages()).isEmpty();
            assertThat(thread.by(BOB).key("k", "g").stored().position()).isEqualTo(thread.at(3));
        }

        @Test
        void aTransactionThatIsNeitherCommittedNorRolledBackIsUndone() {
            ThreadClient thread = twoMessages();
            var before = client.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, thread);
            }

            assertThat(client.everything()).isEqualTo(before);
        }

        @Test
        void nobodyElseSeesAnythingBeforeTheCommit() {
            ThreadClient thread = twoMessages();
            var before = client.everything();
            try (InFlight transaction = fixture().begin()) {
                doMuch(transaction, thread);

                assertSeesUnlessItWaits(client::everything, before);
                assertSeesUnlessItWaits(() -> client.box(EVE, Box.ALL), List.of());
                assertSeesUnlessItWaits(() -> thread.unread(CAROL), 2L);
                assertSeesUnlessItWaits(() -> client.findKey(BOB, "k").isPresent(), false);
                transaction.commit();
            }
            assertThat(client.everything()).isNotEqualTo(before);
        }

        @Test
        void aCallerInsideSeesTheChangesOfTheTransaction() {
            ThreadClient thread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                ThreadClient inside = inside(transaction, thread);
                inside.say(BOB, "inside");

                assertThat(inside.seqs(ANNA)).containsExactly(1L, 2L, 3L);
                assertThat(inside.unread(ANNA)).isEqualTo(2);
                ThreadClient again = client.on(storage().joined(transaction.hostTransaction()))
                        .thread(thread.id());
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
            ThreadClient thread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                ThreadClient inside = inside(transaction, thread);
                inside.say(BOB);
                end.accept(transaction);
                var before = client.everything();
                ThreadId missing = client.newThreadId();

                assertEnded(() -> inside.by(BOB).send());
                assertEnded(() -> inside.read(BOB, 1));
                assertEnded(() -> inside.starThread(BOB));
                assertEnded(() -> inside.rename(ANNA, "cellar"));
                assertEnded(() -> inside.find(BOB));
                assertEnded(() -> inside.messages(BOB));
                assertEnded(() -> client.on(transaction.storage()).facts(missing));
                assertThat(client.everything()).isEqualTo(before);
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
            ThreadClient thread = twoMessages();
            var before = client.everything();
            StorageException failure;
            try (InFlight transaction = fixture().begin()) {
                ThreadClient inside = inside(transaction, thread);
                failure = failing(() -> inside.by(BOB)
                        .id(thread.message(1))
                        .key("k", "f")
                        .seen(1)
                        .send());
                endAs(failure, transaction);
            }

            assertThat(client.everything()).isEqualTo(before);
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aThreadThatFailsLeavesNothing() {
            ThreadClient thread = twoMessages();
            var before = client.everything();
            try (InFlight transaction = fixture().begin()) {
                StorageClient in = client.on(transaction.storage());
                StorageException failure = failing(() -> in.newThread(BOB)
                        .id(thread.id())
                        .with(CAROL)
                        .says("hello")
                        .key("k", "f")
                        .create());
                endAs(failure, transaction);
            }

            assertThat(client.everything()).isEqualTo(before);
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void operationsBeforeAndAfterAFailureStayUnlessTheTransactionIsLost() {
            ThreadClient thread = twoMessages();
            StorageException failure;
            try (InFlight transaction = fixture().begin()) {
                ThreadClient inside = inside(transaction, thread);
                inside.say(BOB, "before");
                failure = failing(() -> inside.by(BOB).id(thread.message(1)).send());
                if (!failure.transactionLost()) {
                    inside.say(BOB, "after");
                }
                endAs(failure, transaction);
            }

            assertThat(thread.seqs(ANNA)).hasSize(failure.transactionLost() ? 2 : 4);
        }

        private StorageException failing(Runnable operation) {
            try {
                operation.run();
            } catch (StorageException e) {
                return e;
            }
            throw new AssertionError("an id that is there already should fail");
        }

        /** Commits like a host that ignores a failure, if the storage allows it, and rolls back otherwise. */
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
            ThreadClient thread = twoMessages();
            ThreadClient closed = group(ANNA, BOB);
            closed.close(ANNA);
            ThreadId pair = direct(ANNA, BOB).id();
            thread.by(BOB).key("used", "f").stored();
            try (InFlight transaction = fixture().begin()) {
                StorageClient in = client.on(transaction.storage());
                ThreadClient inside = inside(transaction, thread);
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
                assertThat(in.newThread(BOB)
                                .with(CAROL)
                                .says("t")
                                .key("used", "g")
                                .create())
                        .isInstanceOf(SendOutcome.KeyConflict.class);
                assertThat(in.newThread(BOB)
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

            assertThat(thread.seqs(ANNA)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aKeyIsFoundInTheSameTransaction() {
            ThreadClient thread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                ThreadClient inside = inside(transaction, thread);
                SendOutcome.Stored stored = inside.by(BOB).key("k", "f").stored();

                assertThat(inside.by(BOB).key("k", "f").send())
                        .isInstanceOfSatisfying(
                                SendOutcome.Repeated.class,
                                repeated -> assertThat(repeated.stored().messageId())
                                        .isEqualTo(stored.messageId()));
                transaction.commit();
            }

            assertThat(thread.seqs(ANNA)).hasSize(3);
        }

        @Test
        void aTransactionThatIsRunAgainSendsNothingTwice() {
            ThreadClient thread = twoMessages();
            for (int run = 0; run < 2; run++) {
                try (InFlight transaction = fixture().begin()) {
                    ThreadClient inside = inside(transaction, thread);
                    inside.by(BOB).key("k", "f").send();
                    inside.by(BOB).key("l", "f").send();
                    transaction.commit();
                }
            }

            assertThat(thread.seqs(ANNA)).hasSize(4);
        }

        @Test
        void theKeyOfATransactionThatWasRolledBackIsFree() {
            ThreadClient thread = twoMessages();
            try (InFlight transaction = fixture().begin()) {
                inside(transaction, thread).by(BOB).key("k", "f").stored();
                transaction.rollback();
            }
            try (InFlight transaction = fixture().begin()) {
                inside(transaction, thread).by(BOB).key("k", "g").stored();
                transaction.commit();
            }

            assertThat(thread.seqs(ANNA)).hasSize(3);
        }
    }

    /** Runs a query on another Java thread. While the transaction is open, the answer must be the state before it. */
    private static <T> void assertSeesUnlessItWaits(Supplier<T> question, T expected) {
        FutureTask<T> answer = new FutureTask<>(question::get);
        Thread reader = new Thread(answer, "reader");
        reader.setDaemon(true);
        reader.start();
        try {
            assertThat(answer.get(WAITS_AFTER_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo(expected);
        } catch (TimeoutException e) {
            // A storage may let the query wait for the end of the transaction.
        } catch (ExecutionException e) {
            throw new AssertionError("reading beside an open transaction failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
