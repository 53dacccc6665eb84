package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests what is unread for members who join, leave and come back, and what is unread in the whole inbox.
 *
 * <p>Not asserted: which threads are counted when there are more than the cap.
 */
public abstract class UnreadTotalsContract extends StorageContract {

    /** For adapters to extend. */
    protected UnreadTotalsContract() {}

    private ThreadClient fiveOf(Party... members) {
        ThreadClient thread = group(members);
        IntStream.range(0, 5).forEach(number -> thread.say(ANNA));
        return thread;
    }

    private void assertUnread(ThreadClient thread, Party party, long expected) {
        assertThat(thread.unread(party)).as("listed").isEqualTo(expected);
        assertThat(thread.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(client.unread(party).messages()).as("in all").isEqualTo(expected);
    }

    @Nested
    class ComingAndGoing {

        @Test
        void earlierMessagesAreNotUnreadForANewMember() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.join(ANNA, CAROL);
            thread.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(thread, CAROL, 0);
            assertUnread(thread, DAVE, 0);
            thread.say(BOB);
            assertUnread(thread, CAROL, 1);
            assertUnread(thread, DAVE, 1);
        }

        @Test
        void aMessageAfterLeavingIsNotCounted() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.read(BOB, 2);
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.unread(BOB)).isEqualTo(3);
            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
            thread.read(BOB, 5);
            assertThat(thread.unread(BOB)).isZero();
        }

        @Test
        void aReturningMemberBeginsWithNothingUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.say(BOB);
            thread.leave(BOB);
            thread.say(ANNA);
            thread.join(ANNA, BOB);

            assertUnread(thread, BOB, 0);
            thread.say(ANNA);
            thread.say(BOB);
            thread.say(ANNA);
            assertUnread(thread, BOB, 2);
        }

        @Test
        void aMemberWhoReturnsWithFullHistoryBeginsWithNothingUnread() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.say(BOB);
            thread.hide(BOB, 1);
            thread.leave(BOB);
            thread.say(ANNA);
            thread.erase(ANNA, 2);
            thread.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(thread, BOB, 0);
            thread.say(ANNA);
            assertUnread(thread, BOB, 1);
        }

        @Test
        void aMemberWhoReturnsWithTheRightSeesNotesFromThenOn() {
            ThreadClient thread =
                    newThread(ANNA).starterRights(INTERNAL_MANAGER).with(BOB).created();
            thread.say(ANNA);
            thread.note(ANNA);
            thread.leave(BOB);
            thread.join(ANNA, new NewMember(BOB, INTERNAL_MEMBER, NewMember.History.FROM_JOIN));

            assertUnread(thread, BOB, 0);
            thread.note(ANNA);
            thread.say(ANNA);
            assertUnread(thread, BOB, 2);
        }

        @Test
        void aNewMemberMayUnreadTheNewMessages() {
            ThreadClient thread = fiveOf(ANNA, BOB);
            thread.join(ANNA, CAROL);
            thread.say(ANNA);
            thread.read(CAROL, 6);
            thread.unreadFrom(CAROL, 1);

            assertUnread(thread, CAROL, 1);
        }
    }

    @Nested
    class Totals {

        @Test
        void anEmptyMailboxHasNothingUnread() {
            assertThat(client.unread(EVE)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void totalsAreTheSumOverTheInbox() {
            fiveOf(ANNA, BOB);
            fiveOf(ANNA, BOB).read(BOB, 4);
            fiveOf(ANNA, BOB).read(BOB, 5);
            fiveOf(ANNA, BOB).archive(BOB, 5);
            fiveOf(ANNA, BOB).delete(BOB, 5);
            fiveOf(ANNA, BOB).leave(BOB);
            fiveOf(ANNA, CAROL);

            assertThat(client.unread(BOB)).isEqualTo(new UnreadTotals(2, 6, true));
            assertThat(client.page(client.query(BOB, Box.INBOX)).stream()
                            .map(BoxEntry::summary)
                            .mapToLong(summary -> summary.unread())
                            .sum())
                    .isEqualTo(6);
        }

        @Test
        void aCapMakesTotalsLowerBounds() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB));

            UnreadTotals capped = client.storage().boxes().unread(client.as(BOB), 3);

            assertThat(capped.complete()).isFalse();
            assertThat(capped.threads()).isEqualTo(3);
            assertThat(capped.messages()).isEqualTo(15);
        }

        @Test
        void totalsThatReachTheCapExactlyAreComplete() {
            IntStream.range(0, 3).forEach(number -> fiveOf(ANNA, BOB));

            assertThat(client.storage().boxes().unread(client.as(BOB), 3)).isEqualTo(new UnreadTotals(3, 15, true));
        }

        @Test
        void aCapCountsOnlyThreadsWithUnreadMessages() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB).read(BOB, 5));
            fiveOf(ANNA, BOB);

            assertThat(client.storage().boxes().unread(client.as(BOB), 3)).isEqualTo(new UnreadTotals(1, 5, true));
        }
    }
}
