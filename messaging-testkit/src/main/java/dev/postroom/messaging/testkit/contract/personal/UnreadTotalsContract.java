package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is unread for those who join, leave and come back, and what is unread in the whole inbox.
 *
 * <p>Not asserted: which threads are counted when there are more than the cap.
 */
public abstract class UnreadTotalsContract extends StorageContract {

    /** For adapters to extend. */
    protected UnreadTotalsContract() {}

    private TestThread fiveOf(Party... members) {
        TestThread testThread = group(members);
        IntStream.range(0, 5).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    private void assertUnread(TestThread testThread, Party party, long expected) {
        assertThat(testThread.unread(party)).as("listed").isEqualTo(expected);
        assertThat(testThread.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(testTenant.unread(party).messages()).as("in all").isEqualTo(expected);
    }

    @Nested
    class ComingAndGoing {

        @Test
        void thePastIsNotUnreadForWhoJoins() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.join(ANNA, CAROL);
            testThread.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(testThread, CAROL, 0);
            assertUnread(testThread, DAVE, 0);
            testThread.say(BOB);
            assertUnread(testThread, CAROL, 1);
            assertUnread(testThread, DAVE, 1);
        }

        @Test
        void whatComesAfterLeavingIsNotCounted() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.read(BOB, 2);
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.unread(BOB)).isEqualTo(3);
            assertThat(testTenant.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
            testThread.read(BOB, 5);
            assertThat(testThread.unread(BOB)).isZero();
        }

        @Test
        void whoComesBackBeginsWithNothingUnread() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.say(BOB);
            testThread.leave(BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, BOB);

            assertUnread(testThread, BOB, 0);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.say(ANNA);
            assertUnread(testThread, BOB, 2);
        }

        @Test
        void whoComesBackToAllOfItBeginsWithNothingUnread() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.say(BOB);
            testThread.hide(BOB, 1);
            testThread.leave(BOB);
            testThread.say(ANNA);
            testThread.erase(ANNA, 2);
            testThread.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(testThread, BOB, 0);
            testThread.say(ANNA);
            assertUnread(testThread, BOB, 1);
        }

        @Test
        void whoComesBackWithTheRightSeesNotesFromThenOn() {
            TestThread testThread = opening(ANNA).starterRights(CHIEF).with(BOB).testThread();
            testThread.say(ANNA);
            testThread.note(ANNA);
            testThread.leave(BOB);
            testThread.join(ANNA, new NewMember(BOB, INSIDER, NewMember.History.FROM_JOIN));

            assertUnread(testThread, BOB, 0);
            testThread.note(ANNA);
            testThread.say(ANNA);
            assertUnread(testThread, BOB, 2);
        }

        @Test
        void aNewMemberMayUnreadTheNewMessages() {
            TestThread testThread = fiveOf(ANNA, BOB);
            testThread.join(ANNA, CAROL);
            testThread.say(ANNA);
            testThread.read(CAROL, 6);
            testThread.unreadFrom(CAROL, 1);

            assertUnread(testThread, CAROL, 1);
        }
    }

    @Nested
    class Totals {

        @Test
        void anEmptyMailboxHasNothingUnread() {
            assertThat(testTenant.unread(EVE)).isEqualTo(new UnreadTotals(0, 0, true));
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

            assertThat(testTenant.unread(BOB)).isEqualTo(new UnreadTotals(2, 6, true));
            assertThat(testTenant.page(testTenant.query(BOB, Box.INBOX)).stream()
                            .map(BoxEntry::summary)
                            .mapToLong(summary -> summary.unread())
                            .sum())
                    .isEqualTo(6);
        }

        @Test
        void aCapMakesTotalsLowerBounds() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB));

            UnreadTotals capped = testTenant.storage().boxes().unread(testTenant.as(BOB), 3);

            assertThat(capped.complete()).isFalse();
            assertThat(capped.threads()).isEqualTo(3);
            assertThat(capped.messages()).isEqualTo(15);
        }

        @Test
        void totalsThatReachTheCapExactlyAreComplete() {
            IntStream.range(0, 3).forEach(number -> fiveOf(ANNA, BOB));

            assertThat(testTenant.storage().boxes().unread(testTenant.as(BOB), 3))
                    .isEqualTo(new UnreadTotals(3, 15, true));
        }

        @Test
        void aCapCountsOnlyThreadsWithUnreadMessages() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB).read(BOB, 5));
            fiveOf(ANNA, BOB);

            assertThat(testTenant.storage().boxes().unread(testTenant.as(BOB), 3))
                    .isEqualTo(new UnreadTotals(1, 5, true));
        }
    }
}
