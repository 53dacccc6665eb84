package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_DELETED;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That a message which is deleted for everyone or for oneself leaves every count once, whatever is in flight. Anna has
 * sent Bob three messages.
 */
public abstract class DeletionInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    /** For adapters to extend. */
    protected DeletionInterleavingContract() {}

    @BeforeEach
    final void threeMessages() {
        talk = group(ANNA, BOB);
        talk.say(ANNA);
        talk.say(ANNA);
        talk.say(ANNA);
    }

    private void assertRead(long readSeq, long unread) {
        assertThat(talk.row(BOB).readSeq()).isEqualTo(readSeq);
        assertInboxWithUnread(talk, BOB, unread);
    }

    @Nested
    class WhileAMessageIsDeleted {

        @Test
        void readingPastTheDeletedMessageCountsItNotAgain() {
            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> talk.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void readingBelowTheDeletedMessageLeavesItUncounted() {
            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> talk.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void deletingAMessageThatIsBeingReadCountsNothingTwice() {
            MessageId third = talk.message(3);

            assertThat(during(talk, first -> first.read(BOB, 3), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(3, 0);
            talk.say(ANNA);
            assertRead(3, 1);
        }

        @Test
        void deletingAMessageAboveTheOneThatIsBeingReadTakesItFromTheCount() {
            MessageId third = talk.message(3);

            assertThat(during(talk, first -> first.read(BOB, 1), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void markingUnreadWhatIsBeingDeletedCountsTheRest() {
            talk.read(BOB, 3);

            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> talk.unreadFrom(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void deletingWhatIsBeingMarkedUnreadCountsTheRest() {
            talk.read(BOB, 3);
            MessageId second = talk.message(2);

            assertThat(during(talk, first -> first.unreadFrom(BOB, 1), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void aMessageIsDeletedOnce() {
            MessageId second = talk.message(2);

            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> erase(ANNA, second)))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(talk, MESSAGE_DELETED)).containsExactly(2L);
            assertRead(0, 2);
        }

        @Test
        void theLastMessageIsTheOneThatArrivesMeanwhile() {
            during(talk, first -> first.erase(ANNA, 3), () -> talk.by(ANNA).send());

            assertThat(talk.facts().lastForEveryone()).isEqualTo(4);
            assertThat(talk.lastShown(BOB)).isEqualTo(4);
            assertRead(0, 3);
        }

        @Test
        void deletingTheLastMessageLeavesTheOneInFlightTheLast() {
            MessageId third = talk.message(3);

            during(talk, first -> first.say(ANNA), () -> erase(ANNA, third));

            assertThat(talk.facts().lastForEveryone()).isEqualTo(4);
            assertThat(talk.lastShown(BOB)).isEqualTo(4);
        }

        @Test
        void deletingTheLastTwoTogetherShowsTheOneBefore() {
            MessageId second = talk.message(2);

            during(talk, first -> first.erase(ANNA, 3), () -> erase(ANNA, second));

            assertThat(talk.facts().lastForEveryone()).isEqualTo(1);
            assertThat(talk.lastShown(BOB)).isEqualTo(1);
            assertRead(0, 1);
        }
    }

    @Nested
    class WhileAMessageIsHidden {

        private MessageId second() {
            return talk.message(2);
        }

        private void assertSubtractedOnce() {
            MemberFact bob = talk.row(BOB);
            assertThat(bob.hidden()).containsExactly(2L);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 3L);
            assertRead(0, 2);
            assertThat(logged(talk, MESSAGE_HIDDEN)).containsExactly(2L);
        }

        @Test
        void hidingWhatIsBeingDeletedTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void deletingWhatIsBeingHiddenTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(talk, first -> first.hide(BOB, 2), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void hidingTwiceTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(talk, first -> first.hide(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(UNCHANGED);

            assertSubtractedOnce();
        }

        @Test
        void readingPastWhatIsBeingHiddenCountsTheRest() {
            assertThat(during(talk, first -> first.hide(BOB, 2), () -> talk.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void hidingWhatIsBeingReadCountsTheRest() {
            MessageId second = second();

            assertThat(during(talk, first -> first.read(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            talk.unreadFrom(BOB, 1);
            assertRead(0, 2);
        }

        @Test
        void hidingWhileAMessageArrivesLeavesThatUnread() {
            MessageId second = second();

            assertThat(during(talk, first -> first.say(ANNA), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 3);
        }
    }
}
