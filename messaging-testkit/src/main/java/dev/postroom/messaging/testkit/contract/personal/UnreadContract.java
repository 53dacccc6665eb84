package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.walk.RandomWalkContract;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is unread, thread by thread and in all: the messages of others for everyone, and internal notes with the
 * right, in the reader's window, above the read position, neither deleted for everyone nor hidden.
 *
 * <p>Not asserted here: those who come and go, and totals, which are in {@link UnreadTotalsContract}. Long sequences
 * are in {@link RandomWalkContract}.
 */
public abstract class UnreadContract extends StorageContract {

    /** For adapters to extend. */
    protected UnreadContract() {}

    /** A group in which Anna wrote five messages. */
    private TestThread fiveOf(Party... members) {
        TestThread testThread = group(members);
        IntStream.range(0, 5).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    private void assertUnread(TestThread testThread, Party party, long expected) {
        assertThat(testThread.unread(party)).as("listed").isEqualTo(expected);
        assertThat(testThread.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(testTenant.unread(party).messages()).as("in all").isEqualTo(expected);
        assertThat(testThread.messages(party).stream()
                        .filter(view -> !view.read() && view.message().kind().countable())
                        .filter(view -> !view.message().deleted()))
                .as("one by one")
                .hasSize((int) expected);
    }

    @Nested
    class ReadingAndWriting {

        @Test
        void othersMessagesAreUnreadAndOwnOnesAreNot() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.say(BOB);

            assertUnread(testThread, BOB, 5);
            assertUnread(testThread, ANNA, 1);
        }

        @Test
        void whatWasReadIsNotUnread() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 3);

            assertUnread(testThread, BOB, 2);
            testThread.read(BOB, 5);
            assertUnread(testThread, BOB, 0);
        }

        @Test
        void whatArrivesLaterIsUnread() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 5);
            testThread.say(ANNA);

            assertUnread(testThread, BOB, 1);
        }

        @Test
        void ownMessagesBetweenThoseOfOthersAreNotCounted() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.say(CAROL);
            testThread.say(BOB);
            testThread.say(ANNA);

            assertUnread(testThread, BOB, 3);
            testThread.read(BOB, 2);
            assertUnread(testThread, BOB, 2);
            testThread.unreadFrom(BOB, 2);
            assertUnread(testThread, BOB, 2);
            testThread.unreadFrom(BOB, 1);
            assertUnread(testThread, BOB, 3);
        }

        @Test
        void messagesMayBeUnreadAgain() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 5);
            testThread.unreadFrom(BOB, 4);

            assertUnread(testThread, BOB, 2);
            testThread.unreadFrom(BOB, 1);
            assertUnread(testThread, BOB, 5);
        }

        @Test
        void systemMessagesAreNeverUnread() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.system(ANNA);
            testThread.system(ANNA);
            testThread.read(BOB, 2);

            assertUnread(testThread, BOB, 3);
            testThread.read(BOB, 6);
            assertUnread(testThread, BOB, 0);
        }

        @Test
        void aThreadWithOneselfIsNeverUnread() {
            TestThread testThread = direct(ANNA, ANNA);
            testThread.say(ANNA);

            assertUnread(testThread, ANNA, 0);
        }

        @Test
        void whoMayNotViewHasNothingUnread() {
            TestThread testThread =
                    opening(ANNA).with(WRITER, BOB).says("hello").testThread();

            assertThat(testThread.row(BOB).unread()).isZero();
            assertThat(testTenant.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void archivingReadsNothing() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.archive(BOB, 5);

            assertThat(testThread.unread(BOB)).isEqualTo(5);
            assertThat(testTenant.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void deletingTheThreadReadsWhatWasDeleted() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.delete(BOB, 3);

            assertUnread(testThread, BOB, 2);
        }

        @Test
        void deletingTheThreadReadsWhatWasDeletedAlsoWhereItsHistoryComesBack() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .testThread();
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.delete(BOB, 2);
            testThread.say(ANNA);

            assertUnread(testThread, BOB, 1);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class DeletedAndHidden {

        @Test
        void whatWasDeletedForEveryoneIsNotUnread() {
            TestThread testThread = fiveOf(ANNA, BOB, CAROL);
            testThread.erase(ANNA, 2);

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, CAROL, 4);
            testThread.read(BOB, 1);
            assertUnread(testThread, BOB, 3);
            testThread.read(BOB, 2);
            assertUnread(testThread, BOB, 3);
        }

        @Test
        void deletingWhatWasReadChangesNoCount() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 3);
            testThread.erase(ANNA, 2);

            assertUnread(testThread, BOB, 2);
            testThread.unreadFrom(BOB, 1);
            assertUnread(testThread, BOB, 4);
        }

        @Test
        void deletingOnesOwnMessageChangesNoOwnCount() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.say(BOB);
            testThread.erase(BOB, 6);

            assertUnread(testThread, BOB, 5);
            assertUnread(testThread, ANNA, 0);
        }

        @Test
        void whatWasHiddenIsNotUnreadForWhoHidIt() {
            TestThread testThread = fiveOf(ANNA, BOB, CAROL);
            testThread.hide(BOB, 2);

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, CAROL, 5);
            testThread.read(BOB, 3);
            assertUnread(testThread, BOB, 2);
            testThread.unreadFrom(BOB, 2);
            assertUnread(testThread, BOB, 3);
        }

        @Test
        void hidingOnesOwnMessageChangesNoCount() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.say(BOB);
            testThread.hide(BOB, 6);

            assertUnread(testThread, BOB, 5);
            assertUnread(testThread, ANNA, 1);
        }

        @Test
        void hiddenAndThenDeletedIsSubtractedOnce() {
            TestThread testThread = fiveOf(ANNA, BOB, CAROL);
            testThread.hide(BOB, 2);
            testThread.erase(ANNA, 2);

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, CAROL, 4);
        }

        @Test
        void deletedAndThenHiddenIsSubtractedOnce() {
            TestThread testThread = fiveOf(ANNA, BOB, CAROL);
            testThread.erase(ANNA, 2);
            testThread.hide(BOB, 2);
            testThread.hide(BOB, 2);

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, CAROL, 4);
        }

        @Test
        void hiddenOrDeletedSystemMessagesAreNotSubtracted() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.system(ANNA);
            testThread.system(ANNA);
            testThread.hide(BOB, 6);
            testThread.erase(ANNA, 7);

            assertUnread(testThread, BOB, 5);
        }

        @Test
        void deletingAndHidingManyIsExact() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 1);
            testThread.hide(BOB, 1);
            testThread.hide(BOB, 3);
            testThread.hide(BOB, 5);
            testThread.erase(ANNA, 2);
            testThread.erase(ANNA, 3);

            assertUnread(testThread, BOB, 1);
            testThread.unreadFrom(BOB, 1);
            assertUnread(testThread, BOB, 1);
            testThread.read(BOB, 4);
            assertUnread(testThread, BOB, 0);
        }
    }

    @Nested
    class InternalNotes {

        private TestThread noted() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.say(ANNA);
            testThread.note(ANNA);
            testThread.say(ANNA);
            testThread.note(ANNA);
            return testThread;
        }

        @Test
        void areUnreadOnlyForThoseWhoSeeThem() {
            TestThread testThread = noted();

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, CAROL, 2);
        }

        @Test
        void areReadLikeOthers() {
            TestThread testThread = noted();
            testThread.read(BOB, 2);
            testThread.read(CAROL, 2);

            assertUnread(testThread, BOB, 2);
            assertUnread(testThread, CAROL, 1);
        }

        @Test
        void deletedAreSubtractedOnlyForThoseWhoSawThem() {
            TestThread testThread = noted();
            testThread.erase(ANNA, 2);

            assertUnread(testThread, BOB, 3);
            assertUnread(testThread, CAROL, 2);
        }

        @Test
        void hiddenAreSubtracted() {
            TestThread testThread = noted();
            testThread.hide(BOB, 4);

            assertUnread(testThread, BOB, 3);
        }

        @Test
        void ownNotesAreNotUnread() {
            TestThread testThread = noted();
            testThread.note(BOB);

            assertUnread(testThread, BOB, 4);
            assertUnread(testThread, ANNA, 1);
            assertUnread(testThread, CAROL, 2);
        }
    }
}
