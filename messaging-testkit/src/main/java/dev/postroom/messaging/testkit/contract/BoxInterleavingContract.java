package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.ARCHIVE_MOVED;
import static dev.postroom.messaging.event.ChangeType.THREAD_DELETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That nothing is archived or deleted unseen, whatever is in flight. Anna has sent Bob one message.
 */
public abstract class BoxInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private Talk talk;

    /** For adapters to extend. */
    protected BoxInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        talk = group(ANNA, BOB, CAROL);
        talk.say(ANNA);
    }

    /** The thread stands in these of Bob's boxes, and in no other. */
    private void assertStandsIn(Box... boxes) {
        List<Box> found = Arrays.stream(Box.values())
                .filter(box -> world.box(BOB, box).contains(talk.id()))
                .toList();
        assertThat(found).containsExactlyInAnyOrder(boxes);
    }

    private static void assertSent(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
    }

    @Nested
    class Archiving {

        @Test
        void aMessageInFlightIsNotArchivedUnseen() {
            assertThat(during(talk, first -> first.say(ANNA), () -> talk.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(talk, BOB, 2);
            assertThat(talk.row(BOB).archivedSeq()).isEqualTo(1);
        }

        @Test
        void aMessageThatArrivesWhileOneArchivesBringsTheThreadBack() {
            assertSent(during(
                    talk, first -> first.archive(BOB, 1), () -> talk.by(ANNA).send()));

            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(talk, BOB, 2);
        }

        @Test
        void anOwnMessageInFlightLeavesTheThreadArchived() {
            assertThat(during(talk, first -> first.say(BOB), () -> talk.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneArchivesLeavesTheThreadArchived() {
            assertSent(during(
                    talk, first -> first.archive(BOB, 1), () -> talk.by(BOB).send()));

            assertStandsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        /** As with reading: a storage that waited finds the message, one that did not finds the seq beyond the last. */
        @Test
        void archivingUpToTheMessageInFlightArchivesOrIsRefused() {
            ChangeOutcome outcome = during(talk, first -> first.say(ANNA), () -> talk.archive(BOB, 2));

            assertThat(outcome).isIn(CHANGED, refused(Refusal.BEYOND_LAST));
            assertStandsIn(outcome.equals(CHANGED) ? Box.ARCHIVED : Box.INBOX, Box.ALL);
            assertUnread(talk, BOB, 2);
        }

        @Test
        void takingTheThreadOutOfTheArchiveWhileAMessageArrivesLeavesItInTheInbox() {
            talk.archive(BOB, 1);

            assertThat(during(talk, first -> first.say(ANNA), () -> talk.unarchive(BOB)))
                    .isEqualTo(CHANGED);

            assertInboxWithUnread(talk, BOB, 2);
        }

        @Test
        void archivingLessThanIsBeingArchivedChangesNothing() {
            talk.say(ANNA);

            assertThat(during(talk, first -> first.archive(BOB, 2), () -> talk.archive(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertStandsIn(Box.ARCHIVED, Box.ALL);
            assertThat(logged(talk, ARCHIVE_MOVED)).containsExactly(2L);
        }
    }

    @Nested
    class DeletingForOneself {

        @Test
        void aMessageInFlightIsNotDeletedUnseen() {
            assertThat(during(talk, first -> first.say(ANNA), () -> talk.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRevivedWithTheSecondMessage();
        }

        @Test
        void aMessageThatArrivesWhileOneDeletesTheThreadBringsItBack() {
            assertSent(during(
                    talk, first -> first.delete(BOB, 1), () -> talk.by(ANNA).send()));

            assertRevivedWithTheSecondMessage();
        }

        private void assertRevivedWithTheSecondMessage() {
            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(talk, BOB, 1);
            assertThat(talk.seqs(BOB)).containsExactly(2L);
            assertThat(talk.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void anOwnMessageInFlightKeepsTheThreadInSent() {
            assertThat(during(talk, first -> first.say(BOB), () -> talk.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneDeletesTheThreadBringsItBackToSent() {
            assertSent(during(
                    talk, first -> first.delete(BOB, 1), () -> talk.by(BOB).send()));

            assertStandsIn(Box.SENT, Box.ALL);
            assertUnread(talk, BOB, 0);
        }

        @Test
        void deletingTheThreadTwiceIsLoggedOnce() {
            assertThat(during(talk, first -> first.delete(BOB, 1), () -> talk.delete(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertStandsIn();
            assertThat(logged(talk, THREAD_DELETED)).containsExactly(1L);
        }

        @Test
        void deletingTheThreadWhileItsLastMessageIsDeletedForEveryoneCountsNothingTwice() {
            talk.say(ANNA);

            assertThat(during(talk, first -> first.erase(ANNA, 2), () -> talk.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertUnread(talk, BOB, 0);
            talk.say(ANNA);
            assertInboxWithUnread(talk, BOB, 1);
        }

        @Test
        void readingWhileOneDeletesTheThreadChangesNothingMore() {
            assertThat(during(talk, first -> first.delete(BOB, 1), () -> talk.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertUnread(talk, BOB, 0);
        }

        @Test
        void markingUnreadWhileOneDeletesTheThreadStaysInTheWindow() {
            talk.read(BOB, 1);

            assertThat(during(talk, first -> first.delete(BOB, 1), () -> talk.unreadFrom(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertThat(talk.row(BOB).readSeq()).isEqualTo(1);
        }
    }
}
