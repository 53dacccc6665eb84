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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests closing, reopening and renaming of a thread while a send or another such change is in flight. Anna and Carol may
 * manage the thread.
 */
public abstract class ThreadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    /** For adapters to extend. */
    protected ThreadInterleavingContract() {}

    @BeforeEach
    final void noMessage() {
        thread = threadWith(ClosedRule.REJECT);
    }

    private ThreadClient threadWith(ClosedRule rule) {
        return newThread(ANNA)
                .with(BOB)
                .with(Rights.MANAGER, CAROL)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .created();
    }

    @Nested
    class WhileTheThreadIsSentTo {

        @Test
        void aSendToAThreadClosedMeanwhileIsRefusedAndUsesUpNoKey() {
            thread.say(ANNA);

            SendOutcome outcome = during(
                    thread,
                    first -> first.close(ANNA),
                    () -> thread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.CLOSED));
            assertThat(storage().messages().findKey(client.as(BOB), Claim.key(BOB, ClientKey.of("k"))))
                    .isEmpty();
            assertThat(thread.facts().lastSeq()).isEqualTo(1);
            thread.reopen(ANNA);
            assertThat(thread.by(BOB).key("k", "g").stored().position()).isEqualTo(thread.at(2));
        }

        @Test
        void aSendReopensAThreadClosedMeanwhileIfItsRuleSaysSo() {
            ThreadClient reopening = threadWith(ClosedRule.REOPEN);

            SendOutcome outcome = during(
                    reopening,
                    first -> first.close(ANNA),
                    () -> reopening.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(reopening.info().closed()).isEmpty();
            assertThat(lastLogged(reopening, 3)).containsExactly(THREAD_CLOSED, THREAD_REOPENED, MESSAGE_CREATED);
            assertThat(reopening.loggedSeqs(THREAD_REOPENED)).containsExactly(1L);
        }

        @Test
        void aSendLeavesAThreadClosedThatWasClosedMeanwhileIfItsRuleAcceptsIt() {
            ThreadClient accepting = threadWith(ClosedRule.ACCEPT);

            SendOutcome outcome = during(
                    accepting,
                    first -> first.close(ANNA),
                    () -> accepting.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(accepting.info().closed()).isPresent();
            assertInboxWithUnread(accepting, ANNA, 1);
        }

        /** A storage that does not wait may also refuse the send because the thread is closed. */
        @Test
        void aSendToAThreadReopenedMeanwhileAgreesWithItsAnswer() {
            thread.close(ANNA);

            SendOutcome outcome = during(
                    thread, first -> first.reopen(ANNA), () -> thread.by(BOB).send());

            boolean stored = outcome instanceof SendOutcome.Stored;
            assertThat(stored || outcome.equals(sendRefused(Refusal.CLOSED))).isTrue();
            assertThat(thread.facts().lastSeq()).isEqualTo(stored ? 1 : 0);
        }

        @Test
        void aClosingComesAfterTheSendInFlight() {

            ChangeOutcome outcome = during(thread, first -> first.say(BOB), () -> thread.close(ANNA));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(thread.loggedSeqs(THREAD_CLOSED)).containsExactly(1L);
            assertThat(lastLogged(thread, 2)).containsExactly(MESSAGE_CREATED, THREAD_CLOSED);
        }

        @Test
        void aSendAtARevisionThatWasLeftMeanwhileIsStale() {
            long revision = thread.info().revision();

            SendOutcome outcome = during(
                    thread,
                    first -> first.rename(ANNA, "roof"),
                    () -> thread.by(BOB).revision(revision).key("k", "f").send());

            assertThat(outcome).isEqualTo(sendRefused(Refusal.STALE));
            assertThat(thread.by(BOB).revision(revision + 1).key("k", "g").send())
                    .isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aRenamingAtARevisionThatWasLeftMeanwhileIsStale() {
            OptionalLong revision = OptionalLong.of(thread.info().revision());

            ChangeOutcome outcome = during(
                    thread,
                    first -> first.rename(ANNA, "roof"),
                    () -> thread.change(ANNA, new ThreadChange.Rename("cellar"), revision));

            assertThat(outcome).isEqualTo(refused(Refusal.STALE));
            assertThat(thread.info().subject()).isEqualTo("roof");
        }

        @Test
        void aSendInFlightMakesNoRevisionStale() {
            OptionalLong revision = OptionalLong.of(thread.info().revision());

            ChangeOutcome outcome = during(
                    thread,
                    first -> first.say(BOB),
                    () -> thread.change(ANNA, new ThreadChange.Rename("roof"), revision));

            assertThat(outcome).isEqualTo(CHANGED);
            assertThat(thread.info().subject()).isEqualTo("roof");
            assertThat(thread.facts().lastSeq()).isEqualTo(1);
        }

        @Test
        void aSendGoesOnAfterARenamingInFlight() {

            SendOutcome outcome = during(
                    thread,
                    first -> first.rename(ANNA, "roof"),
                    () -> thread.by(BOB).send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(List.of(thread.info().subject(), thread.summary(ANNA).subject()))
                    .containsOnly("roof");
            assertInboxWithUnread(thread, ANNA, 1);
        }
    }

    @Nested
    class Twice {

        @Test
        void aThreadIsClosedOnce() {
            assertThat(during(thread, first -> first.close(ANNA), () -> thread.close(CAROL)))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.info().closed().orElseThrow().by()).isEqualTo(ANNA);
            assertThat(thread.loggedSeqs(THREAD_CLOSED)).hasSize(1);
        }

        /** A storage that does not wait may find that the thread is still open. */
        @Test
        void reopeningAThreadThatIsBeingClosedAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(thread, first -> first.close(ANNA), () -> thread.reopen(CAROL));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            assertThat(thread.info().closed().isEmpty()).isEqualTo(outcome.equals(CHANGED));
            assertThat(thread.loggedSeqs(THREAD_REOPENED)).hasSize(outcome.equals(CHANGED) ? 1 : 0);
        }

        @Test
        void twoRenamingsBothTakeEffectOneAfterTheOther() {
            long revision = thread.info().revision();

            assertThat(during(thread, first -> first.rename(ANNA, "roof"), () -> thread.rename(CAROL, "cellar")))
                    .isEqualTo(CHANGED);

            assertThat(thread.info().subject()).isEqualTo("cellar");
            assertThat(thread.info().revision()).isEqualTo(revision + 2);
            assertThat(thread.loggedSeqs(THREAD_RENAMED)).hasSize(2);
        }

        @Test
        void theSameRenamingTakesEffectOnce() {
            assertThat(during(thread, first -> first.rename(ANNA, "roof"), () -> thread.rename(CAROL, "roof")))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.loggedSeqs(THREAD_RENAMED)).hasSize(1);
        }
    }
}
