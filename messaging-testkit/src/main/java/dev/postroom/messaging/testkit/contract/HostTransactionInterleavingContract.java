package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.StorageFixture.InFlight;
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
    private <T> Callable<T> inItsOwn(Function<World, T> operation) {
        return () -> {
            try (InFlight transaction = fixture().begin()) {
                T answer = operation.apply(world.through(transaction.storage()));
                transaction.commit();
                return answer;
            }
        };
    }

    private Callable<SendOutcome> bobSends(Talk talk, String fingerprint) {
        return inItsOwn(in -> in.talk(talk.id()).by(BOB).key("k", fingerprint).send());
    }

    @Nested
    class AfterACommit {

        @Test
        void theMessagesOfBothStandInOneOrder() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(talk, first -> first.say(ANNA), bobSends(talk, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(talk.at(2)));
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void aSenderRemovedMeanwhileIsRefused() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(talk, first -> first.remove(ANNA, BOB), bobSends(talk, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
            assertThat(world.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aMemberWhoJoinedMeanwhileGetsTheMessage() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(talk, first -> first.join(ANNA, CAROL), bobSends(talk, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertInboxWithUnread(talk, CAROL, 1);
        }

        @Test
        void aThreadClosedMeanwhileTakesNoMessage() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(talk, first -> first.close(ANNA), bobSends(talk, "f"));

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(world.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aKeyUsedMeanwhileAnswersTheFirstResult() {
            Talk talk = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(talk, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "f"));

            assertThat(outcome)
                    .isEqualTo(new SendOutcome.Repeated(world.findKey(BOB, "k").orElseThrow()));
            assertThat(other.facts().lastSeq()).isZero();
        }

        @Test
        void aKeyUsedMeanwhileForSomethingElseIsAConflict() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome =
                    during(talk, first -> first.by(BOB).key("k", "f").send(), bobSends(talk, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.KeyConflict.class);
            assertThat(talk.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aPairHasOneThread() {
            CreateOutcome outcome = duringAll(
                    in -> in.opening(ANNA).directWith(BOB).create(),
                    inItsOwn(in -> in.opening(BOB).directWith(ANNA).create()));

            assertThat(outcome).isInstanceOf(CreateOutcome.PairTaken.class);
            assertThat(world.refs(100)).hasSize(1);
        }
    }

    @Nested
    class AfterARollback {

        @Test
        void aSenderWhoWasNotRemovedAfterAllSends() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = duringUndone(talk, first -> first.remove(ANNA, BOB), bobSends(talk, "f"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(talk.seqs(ANNA)).containsExactly(1L);
        }

        @Test
        void aMessageThatWasNotSentAfterAllLeavesNoGap() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = duringUndone(talk, first -> first.say(ANNA), bobSends(talk, "f"));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(talk.at(1)));
            assertInboxWithUnread(talk, ANNA, 1);
            assertThat(world.box(BOB, Box.INBOX)).isEmpty();
        }

        @Test
        void aKeyThatWasNotUsedAfterAllIsFree() {
            Talk talk = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);

            SendOutcome outcome =
                    duringUndone(talk, first -> first.by(BOB).key("k", "f").send(), bobSends(other, "g"));

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(talk.facts().lastSeq(), other.facts().lastSeq())).containsExactly(0L, 1L);
        }

        @Test
        void anOperationOutsideGoesOnToo() {
            Talk talk = group(ANNA, BOB);

            ChangeOutcome outcome =
                    duringUndone(talk, first -> first.rename(ANNA, "cellar"), () -> talk.rename(ANNA, "roof"));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(talk.info().subject()).isEqualTo("roof");
        }
    }
}
