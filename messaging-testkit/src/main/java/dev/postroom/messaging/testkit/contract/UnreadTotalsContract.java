package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.NewMember;
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

    private Talk fiveOf(Party... members) {
        Talk talk = group(members);
        IntStream.range(0, 5).forEach(number -> talk.say(ANNA));
        return talk;
    }

    private void assertUnread(Talk talk, Party party, long expected) {
        assertThat(talk.unread(party)).as("listed").isEqualTo(expected);
        assertThat(talk.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(world.unread(party).messages()).as("in all").isEqualTo(expected);
    }

    @Nested
    class ComingAndGoing {

        @Test
        void thePastIsNotUnreadForWhoJoins() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.join(ANNA, CAROL);
            talk.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(talk, CAROL, 0);
            assertUnread(talk, DAVE, 0);
            talk.say(BOB);
            assertUnread(talk, CAROL, 1);
            assertUnread(talk, DAVE, 1);
        }

        @Test
        void whatComesAfterLeavingIsNotCounted() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 2);
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.unread(BOB)).isEqualTo(3);
            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
            talk.read(BOB, 5);
            assertThat(talk.unread(BOB)).isZero();
        }

        @Test
        void whoComesBackBeginsWithNothingUnread() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.say(BOB);
            talk.leave(BOB);
            talk.say(ANNA);
            talk.join(ANNA, BOB);

            assertUnread(talk, BOB, 0);
            talk.say(ANNA);
            talk.say(BOB);
            talk.say(ANNA);
            assertUnread(talk, BOB, 2);
        }

        @Test
        void whoComesBackToAllOfItBeginsWithNothingUnread() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.say(BOB);
            talk.hide(BOB, 1);
            talk.leave(BOB);
            talk.say(ANNA);
            talk.erase(ANNA, 2);
            talk.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));

            assertUnread(talk, BOB, 0);
            talk.say(ANNA);
            assertUnread(talk, BOB, 1);
        }

        @Test
        void whoComesBackWithTheRightSeesNotesFromThenOn() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(BOB).talk();
            talk.say(ANNA);
            talk.note(ANNA);
            talk.leave(BOB);
            talk.join(ANNA, new NewMember(BOB, INSIDER, NewMember.History.FROM_JOIN));

            assertUnread(talk, BOB, 0);
            talk.note(ANNA);
            talk.say(ANNA);
            assertUnread(talk, BOB, 2);
        }

        @Test
        void aNewMemberMayUnreadTheNewMessages() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.join(ANNA, CAROL);
            talk.say(ANNA);
            talk.read(CAROL, 6);
            talk.unreadFrom(CAROL, 1);

            assertUnread(talk, CAROL, 1);
        }
    }

    @Nested
    class Totals {

        @Test
        void anEmptyMailboxHasNothingUnread() {
            assertThat(world.unread(EVE)).isEqualTo(new UnreadTotals(0, 0, true));
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

            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(2, 6, true));
            assertThat(world.page(world.query(BOB, Box.INBOX)).stream()
                            .map(BoxEntry::summary)
                            .mapToLong(summary -> summary.unread())
                            .sum())
                    .isEqualTo(6);
        }

        @Test
        void aCapMakesTotalsLowerBounds() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB));

            UnreadTotals capped = world.storage().boxes().unread(world.as(BOB), 3);

            assertThat(capped.complete()).isFalse();
            assertThat(capped.threads()).isEqualTo(3);
            assertThat(capped.messages()).isEqualTo(15);
        }

        @Test
        void totalsThatReachTheCapExactlyAreComplete() {
            IntStream.range(0, 3).forEach(number -> fiveOf(ANNA, BOB));

            assertThat(world.storage().boxes().unread(world.as(BOB), 3)).isEqualTo(new UnreadTotals(3, 15, true));
        }

        @Test
        void aCapCountsOnlyThreadsWithUnreadMessages() {
            IntStream.range(0, 7).forEach(number -> fiveOf(ANNA, BOB).read(BOB, 5));
            fiveOf(ANNA, BOB);

            assertThat(world.storage().boxes().unread(world.as(BOB), 3)).isEqualTo(new UnreadTotals(1, 5, true));
        }
    }
}
