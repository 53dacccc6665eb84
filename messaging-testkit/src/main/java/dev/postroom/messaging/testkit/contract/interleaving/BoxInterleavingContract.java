package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.ARCHIVE_MOVED;
import static dev.postroom.messaging.event.ChangeType.THREAD_DELETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
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
    private TestThread testThread;

    /** For adapters to extend. */
    protected BoxInterleavingContract() {}

    @BeforeEach
    final void oneMessage() {
        testThread = group(ANNA, BOB, CAROL);
        testThread.say(ANNA);
    }

    /** The thread stands in these of Bob's boxes, and in no other. */
    private void assertStandsIn(Box... boxes) {
        List<Box> found = Arrays.stream(Box.values())
                .filter(box -> testTenant.box(BOB, box).contains(testThread.id()))
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
            assertThat(during(testThread, first -> first.say(ANNA), () -> testThread.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(testThread, BOB, 2);
            assertThat(testThread.row(BOB).archivedSeq()).isEqualTo(1);
        }

        @Test
        void aMessageThatArrivesWhileOneArchivesBringsTheThreadBack() {
            assertSent(during(
                    testThread,
                    first -> first.archive(BOB, 1),
                    () -> testThread.by(ANNA).send()));

            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(testThread, BOB, 2);
        }

        @Test
        void anOwnMessageInFlightLeavesTheThreadArchived() {
            assertThat(during(testThread, first -> first.say(BOB), () -> testThread.archive(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneArchivesLeavesTheThreadArchived() {
            assertSent(during(
                    testThread,
                    first -> first.archive(BOB, 1),
                    () -> testThread.by(BOB).send()));

            assertStandsIn(Box.ARCHIVED, Box.SENT, Box.ALL);
            assertThat(testTenant.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        /** As with reading: a storage that waited finds the message, one that did not finds the seq beyond the last. */
        @Test
        void archivingUpToTheMessageInFlightArchivesOrIsRefused() {
            ChangeOutcome outcome = during(testThread, first -> first.say(ANNA), () -> testThread.archive(BOB, 2));

            assertThat(outcome).isIn(CHANGED, refused(Refusal.BEYOND_LAST));
            assertStandsIn(outcome.equals(CHANGED) ? Box.ARCHIVED : Box.INBOX, Box.ALL);
            assertUnread(testThread, BOB, 2);
        }

        @Test
        void takingTheThreadOutOfTheArchiveWhileAMessageArrivesLeavesItInTheInbox() {
            testThread.archive(BOB, 1);

            assertThat(during(testThread, first -> first.say(ANNA), () -> testThread.unarchive(BOB)))
                    .isEqualTo(CHANGED);

            assertInboxWithUnread(testThread, BOB, 2);
        }

        @Test
        void archivingLessThanIsBeingArchivedChangesNothing() {
            testThread.say(ANNA);

            assertThat(during(testThread, first -> first.archive(BOB, 2), () -> testThread.archive(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertStandsIn(Box.ARCHIVED, Box.ALL);
            assertThat(logged(testThread, ARCHIVE_MOVED)).containsExactly(2L);
        }
    }

    @Nested
    class DeletingForOneself {

        @Test
        void aMessageInFlightIsNotDeletedUnseen() {
            assertThat(during(testThread, first -> first.say(ANNA), () -> testThread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertRevivedWithTheSecondMessage();
        }

        @Test
        void aMessageThatArrivesWhileOneDeletesTheThreadBringsItBack() {
            assertSent(during(
                    testThread,
                    first -> first.delete(BOB, 1),
                    () -> testThread.by(ANNA).send()));

            assertRevivedWithTheSecondMessage();
        }

        private void assertRevivedWithTheSecondMessage() {
            assertStandsIn(Box.INBOX, Box.ALL);
            assertInboxWithUnread(testThread, BOB, 1);
            assertThat(testThread.seqs(BOB)).containsExactly(2L);
            assertThat(testThread.lastShown(BOB)).isEqualTo(2);
        }

        @Test
        void anOwnMessageInFlightKeepsTheThreadInSent() {
            assertThat(during(testThread, first -> first.say(BOB), () -> testThread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertStandsIn(Box.SENT, Box.ALL);
        }

        @Test
        void anOwnMessageSentWhileOneDeletesTheThreadBringsItBackToSent() {
            assertSent(during(
                    testThread,
                    first -> first.delete(BOB, 1),
                    () -> testThread.by(BOB).send()));

            assertStandsIn(Box.SENT, Box.ALL);
            assertUnread(testThread, BOB, 0);
        }

        @Test
        void deletingTheThreadTwiceIsLoggedOnce() {
            assertThat(during(testThread, first -> first.delete(BOB, 1), () -> testThread.delete(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertStandsIn();
            assertThat(logged(testThread, THREAD_DELETED)).containsExactly(1L);
        }

        @Test
        void deletingTheThreadWhileItsLastMessageIsDeletedForEveryoneCountsNothingTwice() {
            testThread.say(ANNA);

            assertThat(during(testThread, first -> first.erase(ANNA, 2), () -> testThread.delete(BOB, 1)))
                    .isEqualTo(CHANGED);

            assertUnread(testThread, BOB, 0);
            testThread.say(ANNA);
            assertInboxWithUnread(testThread, BOB, 1);
        }

        @Test
        void readingWhileOneDeletesTheThreadChangesNothingMore() {
            assertThat(during(testThread, first -> first.delete(BOB, 1), () -> testThread.read(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertUnread(testThread, BOB, 0);
        }

        @Test
        void markingUnreadWhileOneDeletesTheThreadStaysInTheWindow() {
            testThread.read(BOB, 1);

            assertThat(during(testThread, first -> first.delete(BOB, 1), () -> testThread.unreadFrom(BOB, 1)))
                    .isEqualTo(UNCHANGED);

            assertThat(testThread.row(BOB).readSeq()).isEqualTo(1);
        }
    }
}
