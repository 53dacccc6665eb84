package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That read positions and counts stay exact when sends and other positions are in flight. Anna has sent Bob
 * three messages.
 */
public abstract class ReadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestThread testThread;

    /** For adapters to extend. */
    protected ReadInterleavingContract() {}

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
    class WhileASendIsInFlight {

        @Test
        void readingLeavesTheMessageInFlightUnread() {
            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.read(BOB, 3));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(3, 1);
            assertThat(testThread.row(BOB).newestSeq()).isEqualTo(4);
        }

        @Test
        void readingPartLeavesTheRestUnread() {
            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
        }

        @Test
        void readingDoesNotCountTheOwnMessageInFlight() {
            ChangeOutcome outcome = during(testThread, first -> first.say(BOB), () -> testThread.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        @Test
        void afterReadingWithAnOwnMessageInFlightTheNextOneIsCountedOnce() {
            testThread.say(BOB);

            during(testThread, first -> first.say(BOB), () -> testThread.read(BOB, 3));
            assertRead(3, 0);

            testThread.say(ANNA);
            assertRead(3, 1);
        }

        /**
         * The port promises one of the two: a storage that waited judges by what it finds then and moves, one that did not
         * finds the seq beyond the last.
         */
        @Test
        void readingUpToTheMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.read(BOB, 4));

            assertMovedOrBeyondLast(outcome, 0, 4);
        }

        @Test
        void readingUpToTheOwnMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(testThread, first -> first.say(BOB), () -> testThread.read(BOB, 4));

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
            testThread.read(BOB, 3);

            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
            assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void markingUnreadDoesNotCountTheOwnMessageInFlight() {
            testThread.read(BOB, 3);

            ChangeOutcome outcome = during(testThread, first -> first.say(BOB), () -> testThread.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        /** A message that is not there yet is unread anyway. */
        @Test
        void markingTheMessageInFlightUnreadChangesNothing() {
            testThread.read(BOB, 3);

            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.unreadFrom(BOB, 4));

            assertThat(outcome).isIn(UNCHANGED, refused(Refusal.BEYOND_LAST));
            assertRead(3, 1);
        }

        /** Whether the message in flight was there at the beginning of the call is the storage's to say. */
        @Test
        void readingAllMarksEachThreadOnceAndAgreesWithItsPositions() {
            TestThread other = group(ANNA, BOB);
            other.say(ANNA);

            Long marked = duringAll(
                    in -> {
                        in.testThread(testThread.id()).say(ANNA);
                        return in.testThread(other.id()).say(ANNA);
                    },
                    () -> storage().positions().readAll(testTenant.as(BOB), testTenant.now()));

            assertThat(marked).isEqualTo(2);
            assertThat(testThread.row(BOB).readSeq()).isBetween(3L, 4L);
            assertThat(other.row(BOB).readSeq()).isBetween(1L, 2L);
            assertUnread(testThread, BOB, 4 - testThread.row(BOB).readSeq());
            assertUnread(other, BOB, 2 - other.row(BOB).readSeq());
            long messages = testThread.unread(BOB) + other.unread(BOB);
            assertThat(testTenant.unread(BOB).messages()).isEqualTo(messages);
        }
    }

    @Nested
    class WhileAPositionIsInFlight {

        private void assertSent(SendOutcome outcome) {
            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
        }

        @Test
        void aMessageThatArrivesWhileOneReadsStaysUnread() {
            assertSent(during(
                    testThread,
                    first -> first.read(BOB, 3),
                    () -> testThread.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void anOwnMessageSentWhileOneReadsIsNotCounted() {
            assertSent(during(
                    testThread,
                    first -> first.read(BOB, 2),
                    () -> testThread.by(BOB).send()));

            assertRead(2, 1);
        }

        @Test
        void aMessageThatArrivesWhileOneMarksUnreadIsCounted() {
            testThread.read(BOB, 3);

            assertSent(during(
                    testThread,
                    first -> first.unreadFrom(BOB, 2),
                    () -> testThread.by(ANNA).send()));

            assertRead(1, 3);
        }

        @Test
        void aMessageThatArrivesWhileOneReadsAllStaysUnread() {
            assertSent(duringAll(
                    in -> in.storage().positions().readAll(in.as(BOB), in.now()),
                    () -> testThread.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void readingLessThanIsBeingReadChangesNothing() {
            assertThat(during(testThread, first -> first.read(BOB, 3), () -> testThread.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertRead(3, 0);
            assertThat(logged(testThread, READ_MOVED)).containsExactly(3L);
        }

        @Test
        void readingMoreThanIsBeingReadGoesOn() {
            assertThat(during(testThread, first -> first.read(BOB, 1), () -> testThread.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            assertThat(logged(testThread, READ_MOVED)).containsExactly(1L, 2L);
        }

        /** A storage that does not wait finds nothing read yet, and so nothing to be unread again. */
        @Test
        void markingUnreadWhileOneReadsAgreesWithItsAnswer() {
            ChangeOutcome outcome =
                    during(testThread, first -> first.read(BOB, 3), () -> testThread.unreadFrom(BOB, 2));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            boolean moved = outcome.equals(CHANGED);
            assertRead(moved ? 1 : 3, moved ? 2 : 0);
            assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void readingAllWhileOneReadsMarksNothingTwice() {
            Long marked = during(
                    testThread,
                    first -> first.read(BOB, 3),
                    () -> storage().positions().readAll(testTenant.as(BOB), testTenant.now()));

            assertThat(marked).isZero();
            assertRead(3, 0);
            assertThat(logged(testThread, READ_MOVED)).containsExactly(3L);
        }
    }
}
