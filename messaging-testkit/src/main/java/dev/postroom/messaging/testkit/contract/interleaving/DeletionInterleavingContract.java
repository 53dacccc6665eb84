package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_DELETED;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That a message which is deleted for everyone or for oneself leaves every count once, whatever is in flight. Anna has
 * sent Bob three messages.
 */
public abstract class DeletionInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestThread testThread;

    /** For adapters to extend. */
    protected DeletionInterleavingContract() {}

    @BeforeEach
    final void threeMessages() {
        testThread = group(ANNA, BOB);
        testThread.say(ANNA);
        testThread.say(ANNA);
        testThread.say(ANNA);
    }

    private void assertRead(long readSeq, long unread) {
        assertThat(testThread.row(BOB).readSeq()).isEqualTo(readSeq);
        assertInboxWithUnread(testThread, BOB, unread);
    }

    @Nested
    class WhileAMessageIsDeleted {

        @Test
        void readingPastTheDeletedMessageCountsItNotAgain() {
            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> testThread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void readingBelowTheDeletedMessageLeavesItUncounted() {
            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> testThread.read(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void deletingAMessageThatIsBeingReadCountsNothingTwice() {
            MessageId third = testThread.message(3);

            assertThat(during(testThread, first -> first.read(BOB, 3), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(3, 0);
            testThread.say(ANNA);
            assertRead(3, 1);
        }

        @Test
        void deletingAMessageAboveTheOneThatIsBeingReadTakesItFromTheCount() {
            MessageId third = testThread.message(3);

            assertThat(during(testThread, first -> first.read(BOB, 1), () -> erase(ANNA, third)))
                    .isEqualTo(CHANGED);

            assertRead(1, 1);
        }

        @Test
        void markingUnreadWhatIsBeingDeletedCountsTheRest() {
            testThread.read(BOB, 3);

            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> testThread.unreadFrom(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void deletingWhatIsBeingMarkedUnreadCountsTheRest() {
            testThread.read(BOB, 3);
            MessageId second = testThread.message(2);

            assertThat(during(testThread, first -> first.unreadFrom(BOB, 1), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 2);
        }

        @Test
        void aMessageIsDeletedOnce() {
            MessageId second = testThread.message(2);

            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> erase(ANNA, second)))
                    .isEqualTo(UNCHANGED);

            assertThat(logged(testThread, MESSAGE_DELETED)).containsExactly(2L);
            assertRead(0, 2);
        }

        @Test
        void theLastMessageIsTheOneThatArrivesMeanwhile() {
            during(
                    testThread,
                    first -> first.erase(ANNA, 3),
                    () -> testThread.by(ANNA).send());

            assertThat(testThread.facts().lastForEveryone()).isEqualTo(4);
            assertThat(testThread.lastShown(BOB)).isEqualTo(4);
            assertRead(0, 3);
        }

        @Test
        void deletingTheLastMessageLeavesTheOneInFlightTheLast() {
            MessageId third = testThread.message(3);

            during(testThread, first -> first.say(ANNA), () -> erase(ANNA, third));

            assertThat(testThread.facts().lastForEveryone()).isEqualTo(4);
            assertThat(testThread.lastShown(BOB)).isEqualTo(4);
        }

        @Test
        void deletingTheLastTwoTogetherShowsTheOneBefore() {
            MessageId second = testThread.message(2);

            during(testThread, first -> first.erase(ANNA, 3), () -> erase(ANNA, second));

            assertThat(testThread.facts().lastForEveryone()).isEqualTo(1);
            assertThat(testThread.lastShown(BOB)).isEqualTo(1);
            assertRead(0, 1);
        }
    }

    @Nested
    class WhileAMessageIsHidden {

        private MessageId second() {
            return testThread.message(2);
        }

        private void assertSubtractedOnce() {
            MemberFact bob = testThread.row(BOB);
            assertThat(bob.hidden()).containsExactly(2L);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 3L);
            assertRead(0, 2);
            assertThat(logged(testThread, MESSAGE_HIDDEN)).containsExactly(2L);
        }

        @Test
        void hidingWhatIsBeingDeletedTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void deletingWhatIsBeingHiddenTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(testThread, first -> first.hide(BOB, 2), () -> erase(ANNA, second)))
                    .isEqualTo(CHANGED);

            assertSubtractedOnce();
        }

        @Test
        void hidingTwiceTakesItFromTheCountOnce() {
            MessageId second = second();

            assertThat(during(testThread, first -> first.hide(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(UNCHANGED);

            assertSubtractedOnce();
        }

        @Test
        void readingPastWhatIsBeingHiddenCountsTheRest() {
            assertThat(during(testThread, first -> first.hide(BOB, 2), () -> testThread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
        }

        @Test
        void hidingWhatIsBeingReadCountsTheRest() {
            MessageId second = second();

            assertThat(during(testThread, first -> first.read(BOB, 2), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            testThread.unreadFrom(BOB, 1);
            assertRead(0, 2);
        }

        @Test
        void hidingWhileAMessageArrivesLeavesThatUnread() {
            MessageId second = second();

            assertThat(during(testThread, first -> first.say(ANNA), () -> hide(BOB, second)))
                    .isEqualTo(CHANGED);

            assertRead(0, 3);
        }
    }
}
