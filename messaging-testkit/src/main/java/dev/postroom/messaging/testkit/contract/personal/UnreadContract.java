package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests what is unread in each thread and in total: the messages of others for everyone, and internal notes if the
 * reader has the right, in the reader's window, above the read position, neither deleted for everyone nor hidden.
 *
 * <p>Not asserted here: members who join and leave, and totals, which {@link UnreadTotalsContract} tests. {@code
 * RandomWalkContract} tests long sequences.
 */
public abstract class UnreadContract extends StorageContract {

    /** For adapters to extend. */
    protected UnreadContract() {}

    /** Creates a group in which Anna wrote five messages. */
    private ThreadClient fiveOf(Party... members) {
        ThreadClient thread = group(members);
        IntStream.range(0, 5).forEach(number -> thread.say(ANNA));
        return thread;
    }

    private void assertUnread(ThreadClient thread, Party party, long expected) {
        assertThat(thread.unread(party)).as("listed").isEqualTo(expected);
        assertThat(thread.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(client.unread(party).messages()).as("in all").isEqualTo(expected);
        assertThat(thread.messages(party).stream()
                        .filter(view -> !view.read() && view.message().kind().countable())
                        .filter(view -> !view.message().deleted()))
                .as("one by one")
                .hasSize((int) expected);
    }

    @Nested
    class ReadingAndWriting {

        @Test
        void othersMessagesAreUnreadAndOwnOnesAreNot() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.say(BOB);

            assertUnread(thread, BOB, 5);
            assertUnread(thread, ANNA, 1);
        }

        @Test
        void aReadMessageIsNotUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 3);

            assertUnread(thread, BOB, 2);
            thread.read(BOB, 5);
            assertUnread(thread, BOB, 0);
        }

        @Test
        void aLaterMessageIsUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 5);
            thread.say(ANNA);

            assertUnread(thread, BOB, 1);
        }

        @Test
        void ownMessagesBetweenThoseOfOthersAreNotCounted() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.say(ANNA);
            thread.say(BOB);
            thread.say(CAROL);
            thread.say(BOB);
            thread.say(ANNA);

            assertUnread(thread, BOB, 3);
            thread.read(BOB, 2);
            assertUnread(thread, BOB, 2);
            thread.unreadFrom(BOB, 2);
            assertUnread(thread, BOB, 2);
            thread.unreadFrom(BOB, 1);
            assertUnread(thread, BOB, 3);
        }

        @Test
        void messagesMayBeUnreadAgain() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 5);
            thread.unreadFrom(BOB, 4);

            assertUnread(thread, BOB, 2);
            thread.unreadFrom(BOB, 1);
            assertUnread(thread, BOB, 5);
        }

        @Test
        void systemMessagesAreNeverUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.system(ANNA);
            thread.system(ANNA);
            thread.read(BOB, 2);

            assertUnread(thread, BOB, 3);
            thread.read(BOB, 6);
            assertUnread(thread, BOB, 0);
        }

        @Test
        void aThreadWithOneselfIsNeverUnread() {
            ThreadClient thread = direct(ANNA, ANNA);
            thread.say(ANNA);

            assertUnread(thread, ANNA, 0);
        }

        @Test
        void aMemberWithoutViewHasNothingUnread() {
            ThreadClient thread =
                    newThread(ANNA).with(WRITER, BOB).says("hello").created();

            assertThat(thread.row(BOB).unread()).isZero();
            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void archivingReadsNothing() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.archive(BOB, 5);

            assertThat(thread.unread(BOB)).isEqualTo(5);
            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void deletingTheThreadReadsTheDeletedMessages() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.delete(BOB, 3);

            assertUnread(thread, BOB, 2);
        }

        @Test
        void deletingTheThreadReadsTheDeletedMessagesEvenIfTheHistoryComesBack() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .created();
            thread.say(ANNA);
            thread.say(ANNA);
            thread.delete(BOB, 2);
            thread.say(ANNA);

            assertUnread(thread, BOB, 1);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class DeletedAndHidden {

        @Test
        void aMessageDeletedForEveryoneIsNotUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB, CAROL);
            thread.erase(ANNA, 2);

            assertUnread(thread, BOB, 4);
            assertUnread(thread, CAROL, 4);
            thread.read(BOB, 1);
            assertUnread(thread, BOB, 3);
            thread.read(BOB, 2);
            assertUnread(thread, BOB, 3);
        }

        @Test
        void deletingAReadMessageChangesNoCount() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 3);
            thread.erase(ANNA, 2);

            assertUnread(thread, BOB, 2);
            thread.unreadFrom(BOB, 1);
            assertUnread(thread, BOB, 4);
        }

        @Test
        void deletingOnesOwnMessageChangesNoOwnCount() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.say(BOB);
            thread.erase(BOB, 6);

            assertUnread(thread, BOB, 5);
            assertUnread(thread, ANNA, 0);
        }

        @Test
        void aHiddenMessageIsNotUnreadForThePartyThatHidIt() {
            ThreadClient thread = fiveOf(ANNA, BOB, CAROL);
            thread.hide(BOB, 2);

            assertUnread(thread, BOB, 4);
            assertUnread(thread, CAROL, 5);
            thread.read(BOB, 3);
            assertUnread(thread, BOB, 2);
            thread.unreadFrom(BOB, 2);
            assertUnread(thread, BOB, 3);
        }

        @Test
        void hidingOnesOwnMessageChangesNoCount() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.say(BOB);
            thread.hide(BOB, 6);

            assertUnread(thread, BOB, 5);
            assertUnread(thread, ANNA, 1);
        }

        @Test
        void hiddenAndThenDeletedIsSubtractedOnce() {
            ThreadClient thread = fiveOf(ANNA, BOB, CAROL);
            thread.hide(BOB, 2);
            thread.erase(ANNA, 2);

            assertUnread(thread, BOB, 4);
            assertUnread(thread, CAROL, 4);
        }

        @Test
        void deletedAndThenHiddenIsSubtractedOnce() {
            ThreadClient thread = fiveOf(ANNA, BOB, CAROL);
            thread.erase(ANNA, 2);
            thread.hide(BOB, 2);
            thread.hide(BOB, 2);

            assertUnread(thread, BOB, 4);
            assertUnread(thread, CAROL, 4);
        }

        @Test
        void hiddenOrDeletedSystemMessagesAreNotSubtracted() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.system(ANNA);
            thread.system(ANNA);
            thread.hide(BOB, 6);
            thread.erase(ANNA, 7);

            assertUnread(thread, BOB, 5);
        }

        @Test
        void deletingAndHidingManyIsExact() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 1);
            thread.hide(BOB, 1);
            thread.hide(BOB, 3);
            thread.hide(BOB, 5);
            thread.erase(ANNA, 2);
            thread.erase(ANNA, 3);

            assertUnread(thread, BOB, 1);
            thread.unreadFrom(BOB, 1);
            assertUnread(thread, BOB, 1);
            thread.read(BOB, 4);
            assertUnread(thread, BOB, 0);
        }
    }

    @Nested
    class InternalNotes {

        private ThreadClient noted() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.say(ANNA);
            thread.note(ANNA);
            thread.say(ANNA);
            thread.note(ANNA);
            return thread;
        }

        @Test
        void areUnreadOnlyForThoseWhoSeeThem() {
            ThreadClient thread = noted();

            assertUnread(thread, BOB, 4);
            assertUnread(thread, CAROL, 2);
        }

        @Test
        void areReadLikeOthers() {
            ThreadClient thread = noted();
            thread.read(BOB, 2);
            thread.read(CAROL, 2);

            assertUnread(thread, BOB, 2);
            assertUnread(thread, CAROL, 1);
        }

        @Test
        void deletedMessagesAreSubtractedOnlyForMembersWhoSawThem() {
            ThreadClient thread = noted();
            thread.erase(ANNA, 2);

            assertUnread(thread, BOB, 3);
            assertUnread(thread, CAROL, 2);
        }

        @Test
        void hiddenAreSubtracted() {
            ThreadClient thread = noted();
            thread.hide(BOB, 4);

            assertUnread(thread, BOB, 3);
        }

        @Test
        void ownNotesAreNotUnread() {
            ThreadClient thread = noted();
            thread.note(BOB);

            assertUnread(thread, BOB, 4);
            assertUnread(thread, ANNA, 1);
            assertUnread(thread, CAROL, 2);
        }
    }
}
