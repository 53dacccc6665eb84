package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CLOSED;
import static dev.postroom.messaging.event.ChangeType.THREAD_RENAMED;
import static dev.postroom.messaging.event.ChangeType.THREAD_REOPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That closing, reopening and renaming meet sends and each other in flight. Anna and Carol may manage the thread. */
public abstract class ThreadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestThread testThread;

    /** For adapters to extend. */
    protected ThreadInterleavingContract() {}

    @BeforeEach
    final void noMessage() {
        testThread = talkWith(ClosedRule.REJECT);
    }

    private TestThread talkWith(ClosedRule rule) {
        return opening(ANNA)
                .with(BOB)
                .with(Rights.MANAGER, CAROL)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .testThread();
    }

    @Nested
    class WhileTheThreadIsSentTo {

        @Test
        void aSendToAThreadClosedMeanwhileIsRefusedAndUsesUpNoKey() {
            testThread.say(ANNA);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.close(ANNA),
                    () -> testThread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(storage().messages().findKey(testTenant.as(BOB), Claim.key(BOB, ClientKey.of("k"))))
                    .isEmpty();
            assertThat(testThread.facts().lastSeq()).isEqualTo(1);
            testThread.reopen(ANNA);
            assertThat(testThread.by(BOB).key("k", "g").stored().position()).isEqualTo(testThread.at(2));
        }

        @Test
        void aSendReopensAThreadClosedMeanwhileIfItsRuleSaysSo() {
            TestThread reopening = talkWith(ClosedRule.REOPEN);

            SendOutcome outcome = during(
                    reopening,
                    first -> first.close(ANNA),
                    () -> reopening.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(reopening.info().closed()).isEmpty();
            assertThat(lastLogged(reopening, 3)).containsExactly(THREAD_CLOSED, THREAD_REOPENED, MESSAGE_CREATED);
            assertThat(logged(reopening, THREAD_REOPENED)).containsExactly(1L);
        }

        @Test
        void aSendLeavesAThreadClosedThatWasClosedMeanwhileIfItsRuleAcceptsIt() {
            TestThread accepting = talkWith(ClosedRule.ACCEPT);

            SendOutcome outcome = during(
                    accepting,
                    first -> first.close(ANNA),
                    () -> accepting.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(accepting.info().closed()).isPresent();
            assertInboxWithUnread(accepting, ANNA, 1);
        }

        /** A storage that does not wait may also refuse it as closed. */
        @Test
        void aSendToAThreadReopenedMeanwhileAgreesWithItsAnswer() {
            testThread.close(ANNA);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.reopen(ANNA),
                    () -> testThread.by(BOB).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.CLOSED))).isTrue();
            assertThat(testThread.facts().lastSeq()).isEqualTo(stored ? 1 : 0);
        }

        @Test
        void aClosingComesAfterTheSendInFlight() {

            ChangeOutcome outcome = during(testThread, first -> first.say(BOB), () -> testThread.close(ANNA));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(logged(testThread, THREAD_CLOSED)).containsExactly(1L);
            assertThat(lastLogged(testThread, 2)).containsExactly(MESSAGE_CREATED, THREAD_CLOSED);
        }

        @Test
        void aSendAtARevisionThatWasLeftMeanwhileIsStale() {
            long revision = testThread.info().revision();

            SendOutcome outcome = during(
                    testThread,
                    first -> first.rename(ANNA, "roof"),
                    () -> testThread.by(BOB).revision(revision).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.STALE));
            assertThat(testThread.by(BOB).revision(revision + 1).key("k", "g").send())
                    .isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRenamingAtARevisionThatWasLeftMeanwhileIsStale() {
            OptionalLong revision = OptionalLong.of(testThread.info().revision());

            ChangeOutcome outcome = during(
                    testThread,
                    first -> first.rename(ANNA, "roof"),
                    () -> testThread.change(ANNA, new ThreadChange.Rename("cellar"), revision));

            assertThat(outcome).isEqualTo(refused(Refusal.STALE));
            assertThat(testThread.info().subject()).isEqualTo("roof");
        }

        @Test
        void aSendInFlightMakesNoRevisionStale() {
            OptionalLong revision = OptionalLong.of(testThread.info().revision());

            ChangeOutcome outcome = during(
                    testThread,
                    first -> first.say(BOB),
                    () -> testThread.change(ANNA, new ThreadChange.Rename("roof"), revision));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(testThread.info().subject()).isEqualTo("roof");
            assertThat(testThread.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aSendGoesOnAfterARenamingInFlight() {

            SendOutcome outcome = during(
                    testThread,
                    first -> first.rename(ANNA, "roof"),
                    () -> testThread.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(
                            testThread.info().subject(),
                            testThread.summary(ANNA).subject()))
                    .containsOnly("roof");
            assertInboxWithUnread(testThread, ANNA, 1);
        }
    }

    @Nested
    class Twice {

        @Test
        void aThreadIsClosedOnce() {
            assertThat(during(testThread, first -> first.close(ANNA), () -> testThread.close(CAROL)))
                    .isEqualTo(UNCHANGED);

            assertThat(testThread.info().closed().orElseThrow().by()).isEqualTo(ANNA);
            assertThat(logged(testThread, THREAD_CLOSED)).hasSize(1);
        }

        /** A storage that does not wait may find the thread still open. */
        @Test
        void reopeningAThreadThatIsBeingClosedAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(testThread, first -> first.close(ANNA), () -> testThread.reopen(CAROL));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(testThread.info().closed().isEmpty()).isEqualTo(outcome.equals(CHANGED));
            assertThat(logged(testThread, THREAD_REOPENED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }

        @Test
        void twoRenamingsBothTakeEffectOneAfterTheOther() {
            long revision = testThread.info().revision();

            assertThat(during(
                            testThread, first -> first.rename(ANNA, "roof"), () -> testThread.rename(CAROL, "cellar")))
                    .isEqualTo(CHANGED);

            assertThat(testThread.info().subject()).isEqualTo("cellar");
            assertThat(testThread.info().revision()).isEqualTo(revision + 2);
            assertThat(logged(testThread, THREAD_RENAMED)).hasSize(2);
        }

        @Test
        void theSameRenamingTakesEffectOnce() {
            assertThat(during(testThread, first -> first.rename(ANNA, "roof"), () -> testThread.rename(CAROL, "roof")))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(testThread, THREAD_RENAMED)).hasSize(1);
        }
    }
}
