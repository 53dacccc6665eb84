package dev.postroom.messaging.testkit.contract;

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
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.join(ANNA, CAROL);
            assertStands(talk, CAROL);

            talk.say(CAROL);
            assertStands(talk, CAROL, SENT, ALL);
            talk.say(ANNA);
            assertStands(talk, CAROL, INBOX, SENT, ALL);
        }

        @Test
        void whoJoinsWithThePastHasTheThreadAtOnce() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.join(ANNA, new NewMember(CAROL, Rights.MEMBER, NewMember.History.FULL));

            assertStands(talk, CAROL, INBOX, ALL);
            assertThat(world.box(CAROL, INBOX, Filter.READ)).containsExactly(talk.id());
        }

        @Test
        void whoLeftHasTheThreadInAllAlone() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.say(ANNA);
            talk.say(BOB);
            talk.starThread(BOB);
            talk.leave(BOB);
            talk.archive(CAROL, 2);
            talk.leave(CAROL);

            assertStands(talk, BOB, ALL);
            assertStands(talk, CAROL, ALL);
        }

        @Test
        void whatComesAfterLeavingRevivesNothing() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.leave(BOB);
            talk.delete(BOB, 1);
            talk.say(ANNA);

            assertStands(talk, BOB);
        }

        @Test
        void whoComesBackHasTheThreadWithItsNextMessage() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.archive(BOB, 1);
            talk.leave(BOB);
            talk.say(ANNA);
            talk.join(ANNA, BOB);
            assertStands(talk, BOB);

            talk.say(ANNA);
            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void whoComesBackToAllOfItKeepsWhatWasArchived() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.archive(BOB, 1);
            talk.leave(BOB);
            talk.join(ANNA, new NewMember(BOB, Rights.MEMBER, NewMember.History.FULL));
            assertStands(talk, BOB, ARCHIVED, ALL);

            talk.say(ANNA);
            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void whoIsLeftAloneHasOwnMessagesInTheInbox() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.leave(BOB);
            assertStands(talk, ANNA, SENT, ALL);

            talk.say(ANNA);
            assertStands(talk, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void whoMayNotViewHasNoThreadAnywhere() {
            Talk talk = opening(ANNA).with(WRITER, BOB).says("hello").talk();
            talk.say(BOB);

            assertStands(talk, BOB);
            assertThat(talk.find(BOB)).isEmpty();
            assertThat(world.unread(BOB).threads()).isZero();
        }
    }

    @Nested
    class LargeThreads {

        @Test
        void standAndMoveLikeSmallOnes() {
            Party[] crowd = IntStream.range(0, 120)
                    .mapToObj(number -> UserId.of("member-" + number))
                    .toArray(Party[]::new);
            Talk talk = opening(ANNA).with(crowd).says("hello everybody").talk();
            talk.archive(crowd[1], 1);
            talk.delete(crowd[2], 1);
            talk.leave(crowd[3]);
            talk.say(crowd[4]);
            talk.archive(crowd[5], 2);

            assertStands(talk, ANNA, INBOX, SENT, ALL);
            Stream.of(crowd[0], crowd[1], crowd[2], crowd[119]).forEach(party -> assertStands(talk, party, INBOX, ALL));
            assertStands(talk, crowd[3], ALL);
            assertStands(talk, crowd[4], INBOX, SENT, ALL);
            assertStands(talk, crowd[5], ARCHIVED, ALL);
            assertThat(talk.seqs(crowd[2])).containsExactly(2L);
            assertThat(talk.unread(crowd[2])).isEqualTo(1);
            assertThat(talk.unread(crowd[119])).isEqualTo(2);
            assertThat(talk.lastShown(crowd[3])).isEqualTo(1);
        }
    }
}
