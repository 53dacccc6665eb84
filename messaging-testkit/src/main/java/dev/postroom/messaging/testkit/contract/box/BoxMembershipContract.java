package dev.postroom.messaging.testkit.contract.box;

import static dev.postroom.messaging.model.Box.ALL;
import static dev.postroom.messaging.model.Box.ARCHIVED;
import static dev.postroom.messaging.model.Box.INBOX;
import static dev.postroom.messaging.model.Box.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests in which boxes a thread is for members who joined, left or came back, and that threads of many members behave
 * like small ones.
 *
 * <p>Not asserted: the boxes of a thread for a member who came back without its earlier history and wrote in the thread
 * before it left.
 */
public abstract class BoxMembershipContract extends StorageContract {

    /** For adapters to extend. */
    protected BoxMembershipContract() {}

    @Nested
    class ComingAndGoing {

        @Test
        void aNewMemberHasTheThreadWithItsNextMessage() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.join(ANNA, CAROL);
            assertInBoxes(thread, CAROL);

            thread.say(CAROL);
            assertInBoxes(thread, CAROL, SENT, ALL);
            thread.say(ANNA);
            assertInBoxes(thread, CAROL, INBOX, SENT, ALL);
        }

        @Test
        void aMemberWhoJoinsWithHistoryHasTheThreadAtOnce() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertInBoxes(thread, CAROL, INBOX, ALL);
            assertThat(client.box(CAROL, INBOX, Filter.READ)).containsExactly(thread.id());
        }

        @Test
        void aPastMemberHasTheThreadInTheBoxAllOnly() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.say(ANNA);
            thread.say(BOB);
            thread.starThread(BOB);
            thread.leave(BOB);
            thread.archive(CAROL, 2);
            thread.leave(CAROL);

            assertInBoxes(thread, BOB, ALL);
            assertInBoxes(thread, CAROL, ALL);
        }

        @Test
        void aMessageAfterLeavingRevivesNothing() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.leave(BOB);
            thread.delete(BOB, 1);
            thread.say(ANNA);

            assertInBoxes(thread, BOB);
        }

        @Test
        void aReturningMemberHasTheThreadWithItsNextMessage() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.archive(BOB, 1);
            thread.leave(BOB);
            thread.say(ANNA);
            thread.join(ANNA, BOB);
            assertInBoxes(thread, BOB);

            thread.say(ANNA);
            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void aMemberWhoReturnsWithFullHistoryKeepsItsArchivedThread() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.archive(BOB, 1);
            thread.leave(BOB);
            thread.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));
            assertInBoxes(thread, BOB, ARCHIVED, ALL);

            thread.say(ANNA);
            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void aMemberThatIsLeftAloneHasItsOwnMessagesInTheInbox() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.leave(BOB);
            assertInBoxes(thread, ANNA, SENT, ALL);

            thread.say(ANNA);
            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void aMemberWithoutViewHasTheThreadInNoBox() {
            ThreadClient thread =
                    newThread(ANNA).with(WRITER, BOB).says("hello").created();
            thread.say(BOB);

            assertInBoxes(thread, BOB);
            assertThat(thread.find(BOB)).isEmpty();
            assertThat(client.unread(BOB).threads()).isZero();
        }
    }

    @Nested
    class LargeThreads {

        @Test
        void standAndMoveLikeSmallOnes() {
            Party[] members = IntStream.range(0, 120)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);
            ThreadClient thread =
                    newThread(ANNA).with(members).says("hello everybody").created();
            thread.archive(members[1], 1);
            thread.delete(members[2], 1);
            thread.leave(members[3]);
            thread.say(members[4]);
            thread.archive(members[5], 2);

            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
            Stream.of(members[0], members[1], members[2], members[119])
                    .forEach(party -> assertInBoxes(thread, party, INBOX, ALL));
            assertInBoxes(thread, members[3], ALL);
            assertInBoxes(thread, members[4], INBOX, SENT, ALL);
            assertInBoxes(thread, members[5], ARCHIVED, ALL);
            assertThat(thread.seqs(members[2])).containsExactly(2L);
            assertThat(thread.unread(members[2])).isEqualTo(1);
            assertThat(thread.unread(members[119])).isEqualTo(2);
            assertThat(thread.lastShown(members[3])).isEqualTo(1);
        }
    }
}
