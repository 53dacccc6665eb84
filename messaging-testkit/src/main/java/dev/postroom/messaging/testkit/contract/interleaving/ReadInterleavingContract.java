package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that read positions and counts stay exact while sends and moves of other positions are in flight. Anna has sent
 * Bob three messages.
 */
public abstract class ReadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    /** For adapters to extend. */
    protected ReadInterleavingContract() {}

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
    class WhileASendIsInFlight {

        @Test
        void readingLeavesTheMessageInFlightUnread() {
            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.read(BOB, 3));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(3, 1);
            assertThat(thread.row(BOB).newestSeq()).isEqualTo(4);
        }

        @Test
        void readingPartLeavesTheRestUnread() {
            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
        }

        @Test
        void readingDoesNotCountTheOwnMessageInFlight() {
            ChangeOutcome outcome = during(thread, first -> first.say(BOB), () -> thread.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        @Test
        void afterReadingWithAnOwnMessageInFlightTheNextOneIsCountedOnce() {
            thread.say(BOB);

            during(thread, first -> first.say(BOB), () -> thread.read(BOB, 3));
            assertRead(3, 0);

            thread.say(ANNA);
            assertRead(3, 1);
        }

        /**
         * The port promises one of two outcomes. A storage that waited finds the message and moves the position. A
         * storage that did not wait finds that the seq is beyond the last one.
         */
        @Test
        void readingUpToTheMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.read(BOB, 4));

            assertMovedOrBeyondLast(outcome, 0, 4);
        }

        @Test
        void readingUpToTheOwnMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(thread, first -> first.say(BOB), () -> thread.read(BOB, 4));

            assertMovedOrBeyondLast(outcome, 0, 3);
        }

        private void assertMovedOrBeyondLast(ChangeOutcome outcome, long ifMoved, long ifRefused) {
            boolean moved = outcome.equals(CHANGED);
            if (!moved) {
                assertThat(outcome).isEqualTo(refused(Refusal.BEYOND_LAST));
            }
            assertRead(moved ? 4 : 0, moved ? ifMoved : ifRefused);
        }

        @Test
        void markingUnreadCountsTheMessageInFlightToo() {
            thread.read(BOB, 3);

            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
            assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void markingUnreadDoesNotCountTheOwnMessageInFlight() {
            thread.read(BOB, 3);

            ChangeOutcome outcome = during(thread, first -> first.say(BOB), () -> thread.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        /** A message that is not stored yet is unread anyway. */
        @Test
        void markingTheMessageInFlightUnreadChangesNothing() {
            thread.read(BOB, 3);

            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.unreadFrom(BOB, 4));

            assertThat(outcome).isIn(UNCHANGED, refused(Refusal.BEYOND_LAST));
            assertRead(3, 1);
        }

        /** A storage may decide whether the message in flight was stored at the beginning of the call. */
        @Test
        void readingAllMarksEachThreadOnceAndAgreesWithItsPositions() {
            ThreadClient other = group(ANNA, BOB);
            other.say(ANNA);

            Long marked = duringAll(
                    in -> {
                        in.thread(thread.id()).say(ANNA);
                        return in.thread(other.id()).say(ANNA);
                    },
                    () -> storage().positions().readAll(client.as(BOB), client.now()));

            assertThat(marked).isEqualTo(2);
            assertThat(thread.row(BOB).readSeq()).isBetween(3L, 4L);
            assertThat(other.row(BOB).readSeq()).isBetween(1L, 2L);
            assertUnread(thread, BOB, 4 - thread.row(BOB).readSeq());
            assertUnread(other, BOB, 2 - other.row(BOB).readSeq());
            long messages = thread.unread(BOB) + other.unread(BOB);
            assertThat(client.unread(BOB).messages()).isEqualTo(messages);
        }
    }

    @Nested
    class WhileAPositionIsInFlight {

        private void assertSent(SendOutcome outcome) {
            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aMessageThatArrivesDuringAReadStaysUnread() {
            assertSent(during(
                    thread, first -> first.read(BOB, 3), () -> thread.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void anOwnMessageSentWhileOneReadsIsNotCounted() {
            assertSent(during(
                    thread, first -> first.read(BOB, 2), () -> thread.by(BOB).send()));

            assertRead(2, 1);
        }

        @Test
        void aMessageThatArrivesWhileOneMarksUnreadIsCounted() {
            thread.read(BOB, 3);

            assertSent(during(
                    thread,
                    first -> first.unreadFrom(BOB, 2),
                    () -> thread.by(ANNA).send()));

            assertRead(1, 3);
        }

        @Test
        void aMessageThatArrivesDuringReadAllStaysUnread() {
            assertSent(duringAll(
                    in -> in.storage().positions().readAll(in.as(BOB), in.now()),
                    () -> thread.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void readingLessThanIsBeingReadChangesNothing() {
            assertThat(during(thread, first -> first.read(BOB, 3), () -> thread.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertRead(3, 0);
            assertThat(thread.loggedSeqs(READ_MOVED)).containsExactly(3L);
        }

        @Test
        void readingFurtherThanAReadInFlightMovesThePosition() {
            assertThat(during(thread, first -> first.read(BOB, 1), () -> thread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            assertThat(thread.loggedSeqs(READ_MOVED)).containsExactly(1L, 2L);
        }

        /** A storage that does not wait finds nothing read yet, and so nothing to mark unread. */
        @Test
        void markingUnreadDuringAReadAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(thread, first -> first.read(BOB, 3), () -> thread.unreadFrom(BOB, 2));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            boolean moved = outcome.equals(CHANGED);
            assertRead(moved ? 1 : 3, moved ? 2 : 0);
            assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void readingAllWhileOneReadsMarksNothingTwice() {
            Long marked = during(
                    thread,
                    first -> first.read(BOB, 3),
                    () -> storage().positions().readAll(client.as(BOB), client.now()));

            assertThat(marked).isZero();
            assertRead(3, 0);
            assertThat(thread.loggedSeqs(READ_MOVED)).containsExactly(3L);
        }
    }
}
