package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That read positions and counts stay exact when sends and other positions are in flight. Anna has sent Bob
 * three messages.
 */
public abstract class ReadInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    /** For adapters to extend. */
    protected ReadInterleavingContract() {}

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
    class WhileASendIsInFlight {

        @Test
        void readingLeavesTheMessageInFlightUnread() {
            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.read(BOB, 3));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(3, 1);
            assertThat(talk.row(BOB).newestSeq()).isEqualTo(4);
        }

        @Test
        void readingPartLeavesTheRestUnread() {
            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
        }

        @Test
        void readingDoesNotCountTheOwnMessageInFlight() {
            ChangeOutcome outcome = during(talk, first -> first.say(BOB), () -> talk.read(BOB, 1));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        @Test
        void afterReadingWithAnOwnMessageInFlightTheNextOneIsCountedOnce() {
            talk.say(BOB);

            during(talk, first -> first.say(BOB), () -> talk.read(BOB, 3));
            assertRead(3, 0);

            talk.say(ANNA);
            assertRead(3, 1);
        }

        /**
         * The port promises one of the two: a storage that waited judges by what it finds then and moves, one that did not
         * finds the seq beyond the last.
         */
        @Test
        void readingUpToTheMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.read(BOB, 4));

            assertMovedOrBeyondLast(outcome, 0, 4);
        }

        @Test
        void readingUpToTheOwnMessageInFlightMovesOrIsRefused() {
            ChangeOutcome outcome = during(talk, first -> first.say(BOB), () -> talk.read(BOB, 4));

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
            talk.read(BOB, 3);

            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 3);
            assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void markingUnreadDoesNotCountTheOwnMessageInFlight() {
            talk.read(BOB, 3);

            ChangeOutcome outcome = during(talk, first -> first.say(BOB), () -> talk.unreadFrom(BOB, 2));

            assertThat(outcome).isEqualTo(CHANGED);
            assertRead(1, 2);
        }

        /** A message that is not there yet is unread anyway. */
        @Test
        void markingTheMessageInFlightUnreadChangesNothing() {
            talk.read(BOB, 3);

            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.unreadFrom(BOB, 4));

            assertThat(outcome).isIn(UNCHANGED, refused(Refusal.BEYOND_LAST));
            assertRead(3, 1);
        }

        /** Whether the message in flight was there at the beginning of the call is the storage's to say. */
        @Test
        void readingAllMarksEachThreadOnceAndAgreesWithItsPositions() {
            Talk other = group(ANNA, BOB);
            other.say(ANNA);

            Long marked = duringAll(
                    in -> {
                        in.talk(talk.id()).say(ANNA);
                        return in.talk(other.id()).say(ANNA);
                    },
                    () -> storage().positions().readAll(world.as(BOB), world.now()));

            assertThat(marked).isEqualTo(2);
            assertThat(talk.row(BOB).readSeq()).isBetween(3L, 4L);
            assertThat(other.row(BOB).readSeq()).isBetween(1L, 2L);
            assertUnread(talk, BOB, 4 - talk.row(BOB).readSeq());
            assertUnread(other, BOB, 2 - other.row(BOB).readSeq());
            long messages = talk.unread(BOB) + other.unread(BOB);
            assertThat(world.unread(BOB).messages()).isEqualTo(messages);
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
                    talk, first -> first.read(BOB, 3), () -> talk.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void anOwnMessageSentWhileOneReadsIsNotCounted() {
            assertSent(
                    during(talk, first -> first.read(BOB, 2), () -> talk.by(BOB).send()));

            assertRead(2, 1);
        }

        @Test
        void aMessageThatArrivesWhileOneMarksUnreadIsCounted() {
            talk.read(BOB, 3);

            assertSent(during(
                    talk, first -> first.unreadFrom(BOB, 2), () -> talk.by(ANNA).send()));

            assertRead(1, 3);
        }

        @Test
        void aMessageThatArrivesWhileOneReadsAllStaysUnread() {
            assertSent(duringAll(
                    in -> in.storage().positions().readAll(in.as(BOB), in.now()),
                    () -> talk.by(ANNA).send()));

            assertRead(3, 1);
        }

        @Test
        void readingLessThanIsBeingReadChangesNothing() {
            assertThat(during(talk, first -> first.read(BOB, 3), () -> talk.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertRead(3, 0);
            assertThat(logged(talk, READ_MOVED)).containsExactly(3L);
        }

        @Test
        void readingMoreThanIsBeingReadGoesOn() {
            assertThat(during(talk, first -> first.read(BOB, 1), () -> talk.read(BOB, 2)))
                    .isEqualTo(CHANGED);

            assertRead(2, 1);
            assertThat(logged(talk, READ_MOVED)).containsExactly(1L, 2L);
        }

        /** A storage that does not wait finds nothing read yet, and so nothing to be unread again. */
        @Test
        void markingUnreadWhileOneReadsAgreesWithItsAnswer() {
            ChangeOutcome outcome = during(talk, first -> first.read(BOB, 3), () -> talk.unreadFrom(BOB, 2));

            assertThat(outcome).isIn(CHANGED, UNCHANGED);
            boolean moved = outcome.equals(CHANGED);
            assertRead(moved ? 1 : 3, moved ? 2 : 0);
            assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);
        }

        @Test
        void readingAllWhileOneReadsMarksNothingTwice() {
            Long marked = during(
                    talk,
                    first -> first.read(BOB, 3),
                    () -> storage().positions().readAll(world.as(BOB), world.now()));

            assertThat(marked).isZero();
            assertRead(3, 0);
            assertThat(logged(talk, READ_MOVED)).containsExactly(3L);
        }
    }
}
