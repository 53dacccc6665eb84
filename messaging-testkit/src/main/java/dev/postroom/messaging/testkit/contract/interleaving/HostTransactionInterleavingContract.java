package dev.postroom.messaging.testkit.contract.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That two transactions of hosts meet as two operations do: what one of them had to wait for is judged as it is after the
 * other has committed, or as if the other had never been once it was rolled back.
 */
public abstract class HostTransactionInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected HostTransactionInterleavingContract() {}

    /** An operation in a host's transaction that commits it. */
    private <T> Callable<T> inItsOwn(Function<TestTenant, T> operation) {
        return () -> {
            try (InFlight transaction = fixture().begin()) {
                T answer = operation.apply(testTenant.through(transaction.storage()));
                transaction.commit();
                return answer;
            }
        };
    }

    private Callable<SendOutcome> bobSends(TestThread testThread, String fingerprint) {
        return inItsOwn(in ->
                in.testThread(testThread.id()).by(BOB).key("k", fingerprint).send());
    }

    @Nested
    class AfterACommit {

        @Test
        void theMessagesOfBothStandInOneOrder() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(testThread, first -> first.say(ANNA), bobSends(testThread, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(testThread.at(2)));
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(testThread, first -> first.remove(ANNA, BOB), bobSends(testThread, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aMemberWhoJoinedMeanwhileGetsTheMessage() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(testThread, first -> first.join(ANNA, CAROL), bobSends(testThread, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertInboxWithUnread(testThread, CAROL, 1);
        }

        @Test
        void aThreadClosedMeanwhileTakesNoMessage() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(testThread, first -> first.close(ANNA), bobSends(testThread, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aKeyUsedMeanwhileAnswersTheFirstResult() {
            TestThread testThread = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(testThread, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "f"));

            assertThat(outcome)
                    .isEqualTo(new SendOutcome.Repeated(
                            testTenant.findKey(BOB, "k").orElseThrow()));
            assertThat(other.facts().lastSeq()).isZero();
        }

        @Test
        void aKeyUsedMeanwhileForSomethingElseIsAConflict() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome =
                    during(testThread, first -> first.by(BOB).key("k", "f").send(), bobSends(testThread, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(testThread.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aPairHasOneThread() {
            CreateOutcome outcome = duringAll(
                    in -> in.opening(ANNA).directWith(BOB).create(),
                    inItsOwn(in -> in.opening(BOB).directWith(ANNA).create()));

            assertThat(outcome).isInstanceOf(CreateOutcome.PairTaken.class);
            assertThat(testTenant.refs(100)).hasSize(1);
        }
    }

    @Nested
    class AfterARollback {

        @Test
        void aSenderWhoWasNotRemovedAfterAllSends() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = duringUndone(testThread, first -> first.remove(ANNA, BOB), bobSends(testThread, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(testThread.seqs(ANNA)).containsExactly(1L);
        }

        @Test
        void aMessageThatWasNotSentAfterAllLeavesNoGap() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = duringUndone(testThread, first -> first.say(ANNA), bobSends(testThread, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(testThread.at(1)));
            assertInboxWithUnread(testThread, ANNA, 1);
            assertThat(testTenant.box(BOB, Box.INBOX)).isEmpty();
        }

        @Test
        void aKeyThatWasNotUsedAfterAllIsFree() {
            TestThread testThread = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);

            SendOutcome outcome = duringUndone(
                    testThread, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(testThread.facts().lastSeq(), other.facts().lastSeq()))
                    .containsExactly(0L, 1L);
        }

        @Test
        void anOperationOutsideGoesOnToo() {
            TestThread testThread = group(ANNA, BOB);

            ChangeOutcome outcome = duringUndone(
                    testThread, first -> first.rename(ANNA, "cellar"), () -> testThread.rename(ANNA, "roof"));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(testThread.info().subject()).isEqualTo("roof");
        }
    }
}
