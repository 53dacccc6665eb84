package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_DELETED;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that a message which is deleted for everyone or hidden by one party leaves each count exactly once, while
 * another operation is in flight. Anna has sent Bob three messages.
 */
public abstract class DeletionInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    /** For adapters to extend. */
    protected DeletionInterleavingContract() {}

    @BeforeEach
    final void threeMessages() {
        thread = group(ANNA, BOB);
        thread.say(ANNA);
        thread.say(ANNA);
        thread.say(ANNA);
    }

    private void assertRead(long readSeq, long unread) {
        assertThat(thread.row(BOB).readSeq()).isEqualTo(readSeq);
        assertInboxWithUnread(thread, BOB, unread);
    }

    @Nested
    class WhileAMessageIsDeleted {

        @Test
        void readingPastTheDeletedMessageCountsItNotAgain() {
            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> thread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void readingBelowTheDeletedMessageLeavesItUncounted() {
            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> thread.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void deletingAMessageThatIsBeingReadCountsNothingTwice() {
            MessageId third = thread.message(3);

            assertThat(during(thread, first -> first.read(BOB, 3), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(3, 0);
            thread.say(ANNA);
            assertRead(3, 1);
        }

        @Test
        void deletingAMessageAboveTheOneThatIsBeingReadTakesItFromTheCount() {
            MessageId third = thread.message(3);

            assertThat(during(thread, first -> first.read(BOB, 1), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void markingAMessageUnreadThatIsBeingDeletedCountsTheRest() {
            thread.read(BOB, 3);

            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> thread.unreadFrom(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void deletingAMessageThatIsBeingMarkedUnreadCountsTheRest() {
            thread.read(BOB, 3);
            MessageId second = thread.message(2);

            assertThat(during(thread, first -> first.unreadFrom(BOB, 1), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void aMessageIsDeletedOnce() {
            MessageId second = thread.message(2);

            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> erase(ANNA, second)))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.loggedSeqs(MESSAGE_DELETED)).containsExactly(2L);
            assertRead(0, 2);
        }

        @Test
        void theLastMessageIsTheOneThatArrivesMeanwhile() {
            during(thread, first -> first.erase(ANNA, 3), () -> thread.by(ANNA).send());

            assertThat(thread.facts().lastForEveryone()).isEqualTo(4);
            assertThat(thread.lastShown(BOB)).isEqualTo(4);
            assertRead(0, 3);
        }

        @Test
        void deletingTheLastMessageLeavesTheOneInFlightTheLast() {
            MessageId third = thread.message(3);

            during(thread, first -> first.say(ANNA), () -> erase(ANNA, third));

            assertThat(thread.facts().lastForEveryone()).isEqualTo(4);
            assertThat(thread.lastShown(BOB)).isEqualTo(4);
        }

        @Test
        void deletingTheLastTwoTogetherShowsTheOneBefore() {
            MessageId second = thread.message(2);

            during(thread, first -> first.erase(ANNA, 3), () -> erase(ANNA, second));

            assertThat(thread.facts().lastForEveryone()).isEqualTo(1);
            assertThat(thread.lastShown(BOB)).isEqualTo(1);
            assertRead(0, 1);
        }
    }

    @Nested
    class WhileAMessageIsHidden {

        private MessageId second() {
            return thread.message(2);
        }

        private void assertSubtractedOnce() {
            MemberFact bob = thread.row(BOB);
            assertThat(bob.hidden()).containsExactly(2L);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 3L);
            assertRead(0, 2);
            assertThat(thread.loggedSeqs(MESSAGE_HIDDEN)).containsExactly(2L);
        }

        @Test
        void hidingAMessageThatIsBeingDeletedLowersTheCountOnce() {
            MessageId second = second();

            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void deletingAMessageThatIsBeingHiddenLowersTheCountOnce() {
            MessageId second = second();

            assertThat(during(thread, first -> first.hide(BOB, 2), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void hidingTwiceTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(thread, first -> first.hide(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(UNCHANGED);

            assertSubtractedOnce();
        }

        @Test
        void readingPastAMessageThatIsBeingHiddenCountsTheRest() {
            assertThat(during(thread, first -> first.hide(BOB, 2), () -> thread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void hidingAMessageThatIsBeingReadCountsTheRest() {
            MessageId second = second();

            assertThat(during(thread, first -> first.read(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            thread.unreadFrom(BOB, 1);
            assertRead(0, 2);
        }

        @Test
        void hidingWhileAMessageArrivesLeavesThatUnread() {
            MessageId second = second();

            assertThat(during(thread, first -> first.say(ANNA), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 3);
        }
    }
}
