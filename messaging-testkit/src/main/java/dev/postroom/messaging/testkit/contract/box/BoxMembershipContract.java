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
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * In which boxes a thread stands for those who joined, left and came back, and that threads of many members stand and
 * move like small ones.
 *
 * <p>Not asserted: where a thread stands for who came back without its past and wrote in it during an earlier stay.
 */
public abstract class BoxMembershipContract extends StorageContract {

    /** For adapters to extend. */
    protected BoxMembershipContract() {}

    @Nested
    class ComingAndGoing {

        @Test
        void whoJoinsHasTheThreadWithItsNextMessage() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, CAROL);
            assertStands(testThread, CAROL);

            testThread.say(CAROL);
            assertStands(testThread, CAROL, SENT, ALL);
            testThread.say(ANNA);
            assertStands(testThread, CAROL, INBOX, SENT, ALL);
        }

        @Test
        void whoJoinsWithThePastHasTheThreadAtOnce() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertStands(testThread, CAROL, INBOX, ALL);
            assertThat(testTenant.box(CAROL, INBOX, Filter.READ)).containsExactly(testThread.id());
        }

        @Test
        void whoLeftHasTheThreadInAllAlone() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.starThread(BOB);
            testThread.leave(BOB);
            testThread.archive(CAROL, 2);
            testThread.leave(CAROL);

            assertStands(testThread, BOB, ALL);
            assertStands(testThread, CAROL, ALL);
        }

        @Test
        void whatComesAfterLeavingRevivesNothing() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.leave(BOB);
            testThread.delete(BOB, 1);
            testThread.say(ANNA);

            assertStands(testThread, BOB);
        }

        @Test
        void whoComesBackHasTheThreadWithItsNextMessage() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.archive(BOB, 1);
            testThread.leave(BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, BOB);
            assertStands(testThread, BOB);

            testThread.say(ANNA);
            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void whoComesBackToAllOfItKeepsWhatWasArchived() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.archive(BOB, 1);
            testThread.leave(BOB);
            testThread.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));
            assertStands(testThread, BOB, ARCHIVED, ALL);

            testThread.say(ANNA);
            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void whoIsLeftAloneHasOwnMessagesInTheInbox() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.leave(BOB);
            assertStands(testThread, ANNA, SENT, ALL);

            testThread.say(ANNA);
            assertStands(testThread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void whoMayNotViewHasNoThreadAnywhere() {
            TestThread testThread =
                    opening(ANNA).with(WRITER, BOB).says("hello").testThread();
            testThread.say(BOB);

            assertStands(testThread, BOB);
            assertThat(testThread.find(BOB)).isEmpty();
            assertThat(testTenant.unread(BOB).threads()).isZero();
        }
    }

    @Nested
    class LargeThreads {

        @Test
        void standAndMoveLikeSmallOnes() {
            Party[] crowd = IntStream.range(0, 120)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);
            TestThread testThread =
                    opening(ANNA).with(crowd).says("hello everybody").testThread();
            testThread.archive(crowd[1], 1);
            testThread.delete(crowd[2], 1);
            testThread.leave(crowd[3]);
            testThread.say(crowd[4]);
            testThread.archive(crowd[5], 2);

            assertStands(testThread, ANNA, INBOX, SENT, ALL);
            Stream.of(crowd[0], crowd[1], crowd[2], crowd[119])
                    .forEach(party -> assertStands(testThread, party, INBOX, ALL));
            assertStands(testThread, crowd[3], ALL);
            assertStands(testThread, crowd[4], INBOX, SENT, ALL);
            assertStands(testThread, crowd[5], ARCHIVED, ALL);
            assertThat(testThread.seqs(crowd[2])).containsExactly(2L);
            assertThat(testThread.unread(crowd[2])).isEqualTo(1);
            assertThat(testThread.unread(crowd[119])).isEqualTo(2);
            assertThat(testThread.lastShown(crowd[3])).isEqualTo(1);
        }
    }
}
