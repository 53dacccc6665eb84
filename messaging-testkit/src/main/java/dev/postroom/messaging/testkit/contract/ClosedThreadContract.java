package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CLOSED;
import static dev.postroom.messaging.event.ChangeType.THREAD_REOPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.ThreadInfo.Closing;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Closing, reopening and renaming a thread, and what becomes of a message to a closed one.
 *
 * <p>Not asserted: whether somebody who closes on another's behalf is named in {@code ThreadInfo.closed()}, and what a
 * system message does to a closed thread.
 */
public abstract class ClosedThreadContract extends StorageContract {

    /** For adapters to extend. */
    protected ClosedThreadContract() {}

    private Talk talkWith(ClosedRule rule) {
        Talk talk = opening(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.onClosed(rule))
                .talk();
        talk.say(ANNA);
        return talk;
    }

    @Nested
    class ClosingAndReopening {

        @Test
        void aClosedThreadSaysWhoClosedItAndWhen() {
            Talk talk = talkWith(ClosedRule.REJECT);

            assertThat(talk.close(ANNA)).isEqualTo(CHANGED);

            assertThat(talk.info().closed()).contains(new Closing(ANNA, world.latest()));
            assertThat(talk.summary(BOB).thread().closed()).contains(new Closing(ANNA, world.latest()));
            assertThat(talk.info().updatedAt()).isEqualTo(world.latest());
        }

        @Test
        void aReopenedThreadIsOpen() {
            Talk talk = talkWith(ClosedRule.REJECT);
            talk.close(ANNA);

            assertThat(talk.reopen(ANNA)).isEqualTo(CHANGED);

            assertThat(talk.info().closed()).isEmpty();
            assertThat(talk.info().updatedAt()).isEqualTo(world.latest());
            assertThat(talk.say(BOB).position()).isEqualTo(talk.at(2));
        }

        @Test
        void closingAClosedAndReopeningAnOpenThreadChangesNothing() {
            Talk talk = talkWith(ClosedRule.REJECT);
            assertChangesNothing(UNCHANGED, () -> talk.reopen(ANNA));
            talk.close(ANNA);

            assertChangesNothing(UNCHANGED, () -> talk.close(ANNA));
        }

        @Test
        void eachChangeRaisesTheRevision() {
            Talk talk = talkWith(ClosedRule.REJECT);
            long created = talk.info().revision();
            talk.close(ANNA);
            long closed = talk.info().revision();
            talk.reopen(ANNA);
            long reopened = talk.info().revision();
            talk.rename(ANNA, "Roof");

            assertThat(closed).isGreaterThan(created);
            assertThat(reopened).isGreaterThan(closed);
            assertThat(talk.info().revision()).isGreaterThan(reopened);
        }

        @Test
        void closingMovesNobodysMailbox() {
            Talk talk = talkWith(ClosedRule.REJECT);
            var bob = talk.row(BOB);
            talk.close(ANNA);
            talk.reopen(ANNA);
            talk.rename(ANNA, "Roof");

            assertThat(talk.row(BOB)).isEqualTo(bob);
        }

        @Test
        void positionsAndStarsMoveInAClosedThread() {
            Talk talk = talkWith(ClosedRule.REJECT);
            talk.close(ANNA);

            assertThat(talk.read(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.archive(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.star(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.hide(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.erase(ANNA, 1)).isEqualTo(CHANGED);
            assertThat(talk.leave(BOB)).isEqualTo(CHANGED);
        }

        @Test
        void anyMemberOfADirectThreadMayCloseReopenAndRename() {
            Talk talk = direct(ANNA, BOB);

            assertThat(talk.close(BOB)).isEqualTo(CHANGED);
            assertThat(talk.info().closed().orElseThrow().by()).isEqualTo(BOB);
            assertThat(talk.reopen(ANNA)).isEqualTo(CHANGED);
            assertThat(talk.rename(BOB, "Roof")).isEqualTo(CHANGED);
            assertThat(talk.rename(ANNA, "Wall")).isEqualTo(CHANGED);
        }

        @ParameterizedTest
        @EnumSource
        void inAGroupItNeedsTheRight(ClosedRule rule) {
            Talk talk = talkWith(rule);

            assertRefused(Refusal.FORBIDDEN, () -> talk.close(BOB));
            assertRefused(Refusal.FORBIDDEN, () -> talk.rename(BOB, "Roof"));
            talk.close(ANNA);
            assertRefused(Refusal.FORBIDDEN, () -> talk.reopen(BOB));
        }
    }

    @Nested
    class Renaming {

        @Test
        void aRenamedThreadHasItsNewSubject() {
            Talk talk = opening(ANNA).with(BOB).subject("Roof").talk();

            assertThat(talk.rename(ANNA, "Wall")).isEqualTo(CHANGED);

            assertThat(talk.info().subject()).isEqualTo("Wall");
            assertThat(talk.summary(BOB).subject()).isEqualTo("Wall");
            assertThat(talk.info().updatedAt()).isEqualTo(world.latest());
        }

        @Test
        void theSameSubjectChangesNothing() {
            Talk talk = opening(ANNA).with(BOB).subject("Roof").talk();

            assertChangesNothing(UNCHANGED, () -> talk.rename(ANNA, "Roof"));
        }

        @Test
        void aSubjectMayBeTakenAway() {
            Talk talk = opening(ANNA).with(BOB).subject("Roof").talk();

            assertThat(talk.rename(ANNA, "")).isEqualTo(CHANGED);
            assertThat(talk.info().subject()).isEmpty();
            assertChangesNothing(UNCHANGED, () -> talk.rename(ANNA, ""));
        }

        @Test
        void aClosedThreadMayBeRenamed() {
            Talk talk = talkWith(ClosedRule.REJECT);
            talk.close(ANNA);

            assertThat(talk.rename(ANNA, "Done")).isEqualTo(CHANGED);
        }
    }

    @Nested
    class MessagesToAClosedThread {

        @Test
        void areRejectedByDefault() {
            Talk talk = talkWith(ClosedRule.REJECT);
            talk.close(ANNA);

            assertSendRefused(Refusal.CLOSED, () -> talk.by(BOB).send());
            assertSendRefused(Refusal.CLOSED, () -> talk.by(ANNA).send());
            assertThat(talk.seqs(BOB)).containsExactly(1L);
        }

        @Test
        void openItAgainIfTheRuleSaysSo() {
            Talk talk = talkWith(ClosedRule.REOPEN);
            talk.close(ANNA);
            long revision = talk.info().revision();

            var rows = talk.logOf(() -> talk.by(BOB).seen(1).stored());

            assertThat(talk.info().closed()).isEmpty();
            assertThat(talk.info().revision()).isGreaterThan(revision);
            assertThat(rows)
                    .containsExactly(
                            talk.row(THREAD_REOPENED, 2, BOB),
                            talk.row(MESSAGE_CREATED, 2, BOB),
                            talk.row(READ_MOVED, 1, BOB, BOB));
        }

        @Test
        void openItOnlyOnce() {
            Talk talk = talkWith(ClosedRule.REOPEN);
            talk.close(ANNA);
            talk.say(BOB);
            long revision = talk.info().revision();

            assertThat(talk.logOf(() -> talk.say(BOB))).containsExactly(talk.row(MESSAGE_CREATED, 3, BOB));
            assertThat(talk.info().revision()).isEqualTo(revision);
        }

        @Test
        void areAcceptedWithoutOpeningItIfTheRuleSaysSo() {
            Talk talk = talkWith(ClosedRule.ACCEPT);
            talk.close(ANNA);
            var closed = talk.info().closed();
            long revision = talk.info().revision();

            var rows = talk.logOf(() -> talk.say(BOB));

            assertThat(rows).containsExactly(talk.row(MESSAGE_CREATED, 2, BOB));
            assertThat(talk.info().closed()).isEqualTo(closed);
            assertThat(talk.info().revision()).isEqualTo(revision);
            assertThat(talk.unread(ANNA)).isEqualTo(1);
        }

        @Test
        void closingTwiceIsLoggedOnce() {
            Talk talk = talkWith(ClosedRule.REJECT);

            var rows = talk.logOf(() -> talk.close(ANNA));
            assertThat(rows).containsExactly(talk.row(THREAD_CLOSED, 1, ANNA));
            assertThat(talk.logOf(() -> talk.close(ANNA))).isEmpty();
        }
    }
}
