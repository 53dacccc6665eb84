package dev.postroom.messaging.testkit.contract;

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
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That closing, reopening and renaming meet sends and each other in flight. Anna and Carol may manage the thread. */
public abstract class ThreadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    /** For adapters to extend. */
    protected ThreadInterleavingContract() {}

    @BeforeEach
    final void noMessage() {
        talk = talkWith(ClosedRule.REJECT);
    }

    private Talk talkWith(ClosedRule rule) {
        return opening(ANNA)
                .with(BOB)
                .with(Rights.MANAGER, CAROL)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .talk();
    }

    @Nested
    class WhileTheThreadIsSentTo {

        @Test
        void aSendToAThreadClosedMeanwhileIsRefusedAndUsesUpNoKey() {
            talk.say(ANNA);

            SendOutcome outcome = during(
                    talk,
                    first -> first.close(ANNA),
                    () -> talk.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(storage().messages().findKey(world.as(BOB), Claim.key(BOB, ClientKey.of("k"))))
                    .isEmpty();
            assertThat(talk.facts().lastSeq()).isEqualTo(1);
            talk.reopen(ANNA);
            assertThat(talk.by(BOB).key("k", "g").stored().position()).isEqualTo(talk.at(2));
        }

        @Test
        void aSendReopensAThreadClosedMeanwhileIfItsRuleSaysSo() {
            Talk reopening = talkWith(ClosedRule.REOPEN);

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
            Talk accepting = talkWith(ClosedRule.ACCEPT);

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
            talk.close(ANNA);

            SendOutcome outcome =
                    during(talk, first -> first.reopen(ANNA), () -> talk.by(BOB).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.CLOSED))).isTrue();
            assertThat(talk.facts().lastSeq()).isEqualTo(stored ? 1 : 0);
        }

        @Test
        void aClosingComesAfterTheSendInFlight() {

            ChangeOutcome outcome = during(talk, first -> first.say(BOB), () -> talk.close(ANNA));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(logged(talk, THREAD_CLOSED)).containsExactly(1L);
            assertThat(lastLogged(talk, 2)).containsExactly(MESSAGE_CREATED, THREAD_CLOSED);
        }

        @Test
        void aSendAtARevisionThatWasLeftMeanwhileIsStale() {
            long revision = talk.info().revision();

            SendOutcome outcome = during(
                    talk,
                    first -> first.rename(ANNA, "roof"),
                    () -> talk.by(BOB).revision(revision).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.STALE));
            assertThat(talk.by(BOB).revision(revision + 1).key("k", "g").send()).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRenamingAtARevisionThatWasLeftMeanwhileIsStale() {
            OptionalLong revision = OptionalLong.of(talk.info().revision());

            ChangeOutcome outcome = during(
                    talk,
                    first -> first.rename(ANNA, "roof"),
                    () -> talk.change(ANNA, new ThreadChange.Rename("cellar"), revision));

            assertThat(outcome).isEqualTo(refused(Refusal.STALE));
            assertThat(talk.info().subject()).isEqualTo("roof");
        }

        @Test
        void aSendInFlightMakesNoRevisionStale() {
            OptionalLong revision = OptionalLong.of(talk.info().revision());

            ChangeOutcome outcome = during(
                    talk, first -> first.say(BOB), () -> talk.change(ANNA, new ThreadChange.Rename("roof"), revision));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(talk.info().subject()).isEqualTo("roof");
            assertThat(talk.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aSendGoesOnAfterARenamingInFlight() {

            SendOutcome outcome = during(
                    talk,
                    first -> first.rename(ANNA, "roof"),
                    () -> talk.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(talk.info().subject(), talk.summary(ANNA).subject()))
                    .containsOnly("roof");
            assertInboxWithUnread(talk, ANNA, 1);
        }
    }

    @Nested
    class Twice {

        @Test
        void aThreadIsClosedOnce() {
            assertThat(during(talk, first -> first.close(ANNA), () -> talk.close(CAROL)))
                    .isEqualTo(UNCHANGED);

            assertThat(talk.info().closed().orElseThrow().by()).isEqualTo(ANNA);
            assertThat(logged(talk, THREAD_CLOSED)).hasSize(1);
        }

        /** A storage that does not wait may find the thread still open. */
        @Test
        void reopeningAThreadThatIsBeingClosedAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(talk, first -> first.close(ANNA), () -> talk.reopen(CAROL));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(talk.info().closed().isEmpty()).isEqualTo(outcome.equals(CHANGED));
            assertThat(logged(talk, THREAD_REOPENED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }

        @Test
        void twoRenamingsBothTakeEffectOneAfterTheOther() {
            long revision = talk.info().revision();

            assertThat(during(talk, first -> first.rename(ANNA, "roof"), () -> talk.rename(CAROL, "cellar")))
                    .isEqualTo(CHANGED);

            assertThat(talk.info().subject()).isEqualTo("cellar");
            assertThat(talk.info().revision()).isEqualTo(revision + 2);
            assertThat(logged(talk, THREAD_RENAMED)).hasSize(2);
        }

        @Test
        void theSameRenamingTakesEffectOnce() {
            assertThat(during(talk, first -> first.rename(ANNA, "roof"), () -> talk.rename(CAROL, "roof")))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(talk, THREAD_RENAMED)).hasSize(1);
        }
    }
}
