package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.NewMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Who is told to be a member of a thread and who wrote in it, in which order, and to whom.
 *
 * <p>Not asserted: whether a past member is told of members who came after it left, and whether who wrote only
 * messages that were deleted for everyone has written.
 */
public abstract class MemberListContract extends StorageContract {

    /** For adapters to extend. */
    protected MemberListContract() {}

    private List<Party> parties(Talk talk, Party asking, int limit) {
        return talk.members(asking, limit).stream().map(Member::party).toList();
    }

    @Nested
    class Members {

        @Test
        void aMemberIsToldWithRightsAndTimeOfJoining() {
            Talk talk = opening(ANNA).with(BOB).talk();
            Instant created = world.latest();
            talk.join(ANNA, new NewMember(CAROL, READER, NewMember.History.FROM_JOIN));
            Instant joined = world.latest();
            talk.say(BOB);

            assertThat(talk.members(BOB, 10))
                    .containsExactly(
                            new Member(ANNA, Rights.MANAGER, created, Optional.empty(), false),
                            new Member(BOB, Rights.MEMBER, created, Optional.empty(), true),
                            new Member(CAROL, READER, joined, Optional.empty(), false));
        }

        @Test
        void membersStandInOrderOfJoining() {
            Talk talk = group(DAVE);
            talk.join(DAVE, CAROL);
            talk.join(DAVE, ANNA, BOB);
            talk.leave(CAROL);
            talk.join(DAVE, CAROL);

            assertThat(parties(talk, DAVE, 10)).containsExactly(DAVE, ANNA, BOB, CAROL);
        }

        @Test
        void whoJoinedAtTheSameTimeStandsInOrderOfTheKeys() {
            Party[] inOrder = {
                GuestId.of("zoe"),
                SystemId.of("a"),
                UserId.of("10"),
                UserId.of("9"),
                UserId.of("B"),
                UserId.of("_"),
                UserId.of("a"),
                UserId.of("a "),
                UserId.of("aa"),
                UserId.of("z"),
                UserId.of("\u00E4"),
                UserId.of("\u20AC"),
                UserId.of("\uD7FF")
            };
            Talk talk = opening(inOrder[5])
                    .with(inOrder[12], inOrder[11], inOrder[0], inOrder[9], inOrder[2], inOrder[7], inOrder[10])
                    .with(inOrder[1], inOrder[3], inOrder[6], inOrder[4], inOrder[8])
                    .says("hello")
                    .talk();

            assertThat(parties(talk, inOrder[0], 100)).containsExactly(inOrder);
            assertThat(parties(talk, inOrder[0], 4)).containsExactly(inOrder[0], inOrder[1], inOrder[2], inOrder[3]);
        }

        /** Units put the pair of surrogates first, code points the character in the basic plane. */
        @Test
        void unitsOrCodePointsMakeTheOrderButAlwaysTheSame() {
            Party pair = UserId.of("\uD83D\uDE00");
            Party single = UserId.of("\uFF21");
            Talk talk = group(ANNA, single, pair);
            List<Party> all = parties(talk, ANNA, 10);

            assertThat(all).isIn(List.of(ANNA, pair, single), List.of(ANNA, single, pair));
            assertThat(parties(talk, ANNA, 2)).isEqualTo(all.subList(0, 2));
        }

        @Test
        void noMoreThanTheLimitAreTold() {
            Talk talk = group(ANNA, BOB, CAROL, DAVE);

            assertThat(parties(talk, ANNA, 2)).containsExactly(ANNA, BOB);
            assertThat(parties(talk, ANNA, 4)).containsExactly(ANNA, BOB, CAROL, DAVE);
        }

        @Test
        void pastMembersAreNotAmongThem() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.leave(BOB);

            assertThat(parties(talk, ANNA, 10)).containsExactly(ANNA, CAROL);
            assertThat(parties(talk, ANNA, 1)).containsExactly(ANNA);
        }

        @Test
        void manyThreadsAreAnsweredAtOnceAndThoseOneCannotSeePassedOver() {
            Talk one = group(ANNA, BOB);
            Talk two = group(BOB, CAROL);
            Talk others = group(ANNA, CAROL);
            Talk unseen = opening(ANNA).with(WRITER, BOB).talk();
            ThreadId missing = world.newThreadId();

            Map<ThreadId, List<Member>> answer = world.storage()
                    .boxes()
                    .members(world.as(BOB), List.of(one.id(), others.id(), two.id(), missing, unseen.id()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(two.id())).extracting(Member::party).containsExactly(BOB, CAROL);
            assertThat(world.storage().boxes().members(world.as(BOB), List.of(), 10))
                    .isEmpty();
        }

        @Test
        void aThreadThatOneSeesIsAnsweredAlsoToAPastMember() {
            Talk talk = group(ANNA, BOB);
            talk.leave(BOB);

            assertThat(world.storage().boxes().members(world.as(BOB), List.of(talk.id()), 10))
                    .containsOnlyKeys(talk.id());
        }

        @Test
        void onlyMessagesThatCountForEveryoneMakeASender() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.system(CAROL);
            talk.note(BOB);
            assertThat(talk.members(ANNA, 10)).noneMatch(Member::hasSent);

            talk.say(BOB);
            assertThat(talk.members(ANNA, 10)).extracting(Member::hasSent).containsExactly(false, true, false);
        }
    }

    @Nested
    class Senders {

        @Test
        void whoWroteStandsInOrderOfJoining() {
            Talk talk = group(ANNA, BOB, CAROL, DAVE);
            talk.say(DAVE);
            talk.say(BOB);
            talk.say(DAVE);

            assertThat(talk.senders(ANNA, 10)).containsExactly(BOB, DAVE);
            assertThat(talk.senders(ANNA, 1)).containsExactly(BOB);
        }

        @Test
        void whoLeftIsStillAmongThem() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.say(BOB);
            talk.leave(BOB);
            talk.say(CAROL);

            assertThat(talk.senders(ANNA, 10)).containsExactly(BOB, CAROL);
        }

        @Test
        void whoJoinedLaterStandsLater() {
            Talk talk = group(CAROL);
            talk.join(CAROL, BOB);
            talk.join(CAROL, ANNA);
            talk.say(ANNA);
            talk.say(BOB);
            talk.say(CAROL);

            assertThat(talk.senders(ANNA, 10)).containsExactly(CAROL, BOB, ANNA);
        }

        @Test
        void systemMessagesAndInternalNotesMakeNoSender() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.system(CAROL);
            talk.note(BOB);

            assertThat(talk.senders(ANNA, 10)).isEmpty();
            assertThat(talk.senders(CAROL, 10)).isEmpty();
        }

        @Test
        void manyThreadsAreAnsweredAtOnceAndThoseOneCannotSeePassedOver() {
            Talk one = group(ANNA, BOB);
            one.say(ANNA);
            Talk two = group(BOB, CAROL);
            two.say(CAROL);
            Talk others = group(ANNA, CAROL);
            others.say(ANNA);

            Map<ThreadId, List<Party>> answer = world.storage()
                    .boxes()
                    .senders(world.as(BOB), List.of(two.id(), others.id(), one.id(), world.newThreadId()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(one.id())).containsExactly(ANNA);
            assertThat(answer.get(two.id())).containsExactly(CAROL);
        }
    }
}
