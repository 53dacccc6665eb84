package dev.postroom.messaging.testkit.contract.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that transactions of hosts interleave as single operations do. An operation that waits for another transaction
 * sees its result after a commit, and sees nothing of it after a rollback.
 */
public abstract class HostTransactionInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected HostTransactionInterleavingContract() {}

    /** Returns a task that runs the operation in a host transaction of its own and commits it. */
    private <T> Callable<T> inItsOwn(Function<StorageClient, T> operation) {
        return () -> {
            try (InFlight transaction = fixture().begin()) {
                T answer = operation.apply(client.on(transaction.storage()));
                transaction.commit();
                return answer;
            }
        };
    }

    private Callable<SendOutcome> bobSends(ThreadClient thread, String fingerprint) {
        return inItsOwn(
                in -> in.thread(thread.id()).by(BOB).key("k", fingerprint).send());
    }

    @Nested
    class AfterACommit {

        @Test
        void theMessagesOfBothStandInOneOrder() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(thread, first -> first.say(ANNA), bobSends(thread, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(thread.at(2)));
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(thread, first -> first.remove(ANNA, BOB), bobSends(thread, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aMemberWhoJoinedMeanwhileGetsTheMessage() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(thread, first -> first.join(ANNA, CAROL), bobSends(thread, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertInboxWithUnread(thread, CAROL, 1);
        }

        @Test
        void aThreadClosedMeanwhileTakesNoMessage() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(thread, first -> first.close(ANNA), bobSends(thread, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aKeyUsedMeanwhileAnswersTheFirstResult() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(thread, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "f"));

            assertThat(outcome)
                    .isEqualTo(new SendOutcome.Repeated(client.findKey(BOB, "k").orElseThrow()));
            assertThat(other.facts().lastSeq()).isZero();
        }

        @Test
        void aKeyUsedMeanwhileForSomethingElseIsAConflict() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome =
                    during(thread, first -> first.by(BOB).key("k", "f").send(), bobSends(thread, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(thread.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aPairHasOneThread() {
            CreateOutcome outcome = duringAll(
                    in -> in.newThread(ANNA).directWith(BOB).create(),
                    inItsOwn(in -> in.newThread(BOB).directWith(ANNA).create()));

            assertThat(outcome).isInstanceOf(CreateOutcome.PairTaken.class);
            assertThat(client.refs(100)).hasSize(1);
        }
    }

    @Nested
    class AfterARollback {

        @Test
        void aSenderWhoWasNotRemovedAfterAllSends() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = duringRolledBack(thread, first -> first.remove(ANNA, BOB), bobSends(thread, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(thread.seqs(ANNA)).containsExactly(1L);
        }

        @Test
        void aMessageThatWasNotSentAfterAllLeavesNoGap() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = duringRolledBack(thread, first -> first.say(ANNA), bobSends(thread, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(thread.at(1)));
            assertInboxWithUnread(thread, ANNA, 1);
            assertThat(client.box(BOB, Box.INBOX)).isEmpty();
        }

        @Test
        void aKeyThatWasNotUsedAfterAllIsFree() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);

            SendOutcome outcome = duringRolledBack(
                    thread, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(thread.facts().lastSeq(), other.facts().lastSeq()))
                    .containsExactly(0L, 1L);
        }

        @Test
        void anOperationOutsideContinuesToo() {
            ThreadClient thread = group(ANNA, BOB);

            ChangeOutcome outcome =
                    duringRolledBack(thread, first -> first.rename(ANNA, "cellar"), () -> thread.rename(ANNA, "roof"));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(thread.info().subject()).isEqualTo("roof");
        }
    }
}
