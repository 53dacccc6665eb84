package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.ARCHIVE_MOVED;
import static dev.postroom.messaging.event.ChangeType.THREAD_DELETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that an operation archives or deletes no message that its caller has not seen, while another operation is in
 * flight. Anna has sent Bob one message.
 */
public abstract class BoxInterleavingContract extends InterleavingContract {

    @SuppressWarnings("NullAway.Init") // set before each test
    private ThreadClient thread;

    /** For adapters to extend. */
    protected BoxInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        thread = group(ANNA, BOB, CAROL);
        thread.say(ANNA);
    }

    /** Asserts that the thread is in these boxes of Bob and in no other. */
    private void assertIsIn(Box... boxes) {
        List<Box> found = Arrays.stream(Box.values())
                .filter(box -> client.box(BOB, box).contains(thread.id()))
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
            assertThat(during(thread, first -> first.say(ANNA), () -> thread.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertIsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(thread, BOB, 2);
            assertThat(thread.row(BOB).archivedSeq()).isEqualTo(1);
        }

        @Test
        void aMessageThatArrivesWhileOneArchivesBringsTheThreadBack() {
            assertSent(during(
                    thread,
                    first -> first.archive(BOB, 1),
                    () -> thread.by(ANNA).send()));

            assertIsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(thread, BOB, 2);
        }

        @Test
        void anOwnMessageInFlightLeavesTheThreadArchived() {
            assertThat(during(thread, first -> first.say(BOB), () -> thread.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertIsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneArchivesLeavesTheThreadArchived() {
            assertSent(during(
                    thread, first -> first.archive(BOB, 1), () -> thread.by(BOB).send()));

            assertIsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        /**
         * A storage that waited finds the message. A storage that did not wait finds that the seq is beyond the last
         * one.
         */
        @Test
        void archivingUpToTheMessageInFlightArchivesOrIsRefused() {
            ChangeOutcome outcome = during(thread, first -> first.say(ANNA), () -> thread.archive(BOB, 2));

            assertThat(outcome).isIn(CHANGED, refused(Refusal.BEYOND_LAST));
            assertIsIn(outcome.equals(CHANGED) ? Box.ARCHIVED : Box.INBOX, Box.ALL);
            assertUnread(thread, BOB, 2);
        }

        @Test
        void takingTheThreadOutOfTheArchiveWhileAMessageArrivesLeavesItInTheInbox() {
            thread.archive(BOB, 1);

            assertThat(during(thread, first -> first.say(ANNA), () -> thread.unarchive(BOB)))
                    .isEqualTo(CHANGED);

            assertInboxWithUnread(thread, BOB, 2);
        }

        @Test
        void archivingLessThanIsBeingArchivedChangesNothing() {
            thread.say(ANNA);

            assertThat(during(thread, first -> first.archive(BOB, 2), () -> thread.archive(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertIsIn(Box.ARCHIVED, Box.ALL);
            assertThat(thread.loggedSeqs(ARCHIVE_MOVED)).containsExactly(2L);
        }
    }

    @Nested
    class DeletingForOneself {

        @Test
        void aMessageInFlightIsNotDeletedUnseen() {
            assertThat(during(thread, first -> first.say(ANNA), () -> thread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRevivedWithTheSecondMessage();
        }

        @Test
        void aMessageThatArrivesWhileOneDeletesTheThreadBringsItBack() {
            assertSent(during(
                    thread, first -> first.delete(BOB, 1), () -> thread.by(ANNA).send()));

            assertRevivedWithTheSecondMessage();
        }

        private void assertRevivedWithTheSecondMessage() {
            assertIsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(thread, BOB, 1);
            assertThat(thread.seqs(BOB)).containsExactly(2L);
            assertThat(thread.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void anOwnMessageInFlightKeepsTheThreadInSent() {
            assertThat(during(thread, first -> first.say(BOB), () -> thread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertIsIn(Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneDeletesTheThreadBringsItBackToSent() {
            assertSent(during(
                    thread, first -> first.delete(BOB, 1), () -> thread.by(BOB).send()));

            assertIsIn(Box.SENT, Box.ALL);
            assertUnread(thread, BOB, 0);
        }

        @Test
        void deletingTheThreadTwiceIsLoggedOnce() {
            assertThat(during(thread, first -> first.delete(BOB, 1), () -> thread.delete(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertIsIn();
            assertThat(thread.loggedSeqs(THREAD_DELETED)).containsExactly(1L);
        }

        @Test
        void deletingTheThreadWhileItsLastMessageIsDeletedForEveryoneCountsNothingTwice() {
            thread.say(ANNA);

            assertThat(during(thread, first -> first.erase(ANNA, 2), () -> thread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertUnread(thread, BOB, 0);
            thread.say(ANNA);
            assertInboxWithUnread(thread, BOB, 1);
        }

        @Test
        void readingWhileOneDeletesTheThreadChangesNothingMore() {
            assertThat(during(thread, first -> first.delete(BOB, 1), () -> thread.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertUnread(thread, BOB, 0);
        }

        @Test
        void markingUnreadDuringADeletionOfTheThreadStaysInTheWindow() {
            thread.read(BOB, 1);

            assertThat(during(thread, first -> first.delete(BOB, 1), () -> thread.unreadFrom(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertThat(thread.row(BOB).readSeq()).isEqualTo(1);
        }
    }
}
