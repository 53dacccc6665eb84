package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.GuestId;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.SystemId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests which members, senders and recipients a party is shown, and in which order.
 *
 * <p>Not asserted: whether a past member is shown members who joined after it left, and whether a member counts as a
 * sender if all its messages were deleted for everyone.
 */
public abstract class MemberListContract extends StorageContract {

    /** For adapters to extend. */
    protected MemberListContract() {}

    private List<Party> parties(ThreadClient thread, Party asking, int limit) {
        return thread.members(asking, limit).stream().map(Member::party).toList();
    }

    @Nested
    class Members {

        @Test
        void aMemberIsListedWithItsRightsAndTimeOfJoining() {
            ThreadClient thread = newThread(ANNA).with(BOB).created();
            Instant created = client.latest();
            thread.join(ANNA, new NewMember(CAROL, READER, NewMember.History.FROM_JOIN));
            Instant joined = client.latest();
            thread.say(BOB);

            assertThat(thread.members(BOB, 10))
                    .containsExactly(
                            new Member(ANNA, Rights.MANAGER, created, Optional.empty(), false),
                            new Member(BOB, Rights.MEMBER, created, Optional.empty(), true),
                            new Member(CAROL, READER, joined, Optional.empty(), false));
        }

        @Test
        void membersStandInOrderOfJoining() {
            ThreadClient thread = group(DAVE);
            thread.join(DAVE, CAROL);
            thread.join(DAVE, ANNA, BOB);
            thread.leave(CAROL);
            thread.join(DAVE, CAROL);

            assertThat(parties(thread, DAVE, 10)).containsExactly(DAVE, ANNA, BOB, CAROL);
        }

        @Test
        void membersWhoJoinedAtTheSameTimeAreInOrderOfTheirKeys() {
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
            ThreadClient thread = newThread(inOrder[5])
                    .with(inOrder[12], inOrder[11], inOrder[0], inOrder[9], inOrder[2], inOrder[7], inOrder[10])
                    .with(inOrder[1], inOrder[3], inOrder[6], inOrder[4], inOrder[8])
                    .says("hello")
                    .created();

            assertThat(parties(thread, inOrder[0], 100)).containsExactly(inOrder);
            assertThat(parties(thread, inOrder[0], 4)).containsExactly(inOrder[0], inOrder[1], inOrder[2], inOrder[3]);
        }

        /** By UTF-16 units the pair of surrogates comes first, by code points the character of the basic plane does. */
        @Test
        void theOrderByUnitsOrCodePointsIsAlwaysTheSame() {
            Party pair = UserId.of("\uD83D\uDE00");
            Party single = UserId.of("\uFF21");
            ThreadClient thread = group(ANNA, single, pair);
            List<Party> all = parties(thread, ANNA, 10);

            assertThat(all).isIn(List.of(ANNA, pair, single), List.of(ANNA, single, pair));
            assertThat(parties(thread, ANNA, 2)).isEqualTo(all.subList(0, 2));
        }

        @Test
        void noMoreMembersThanTheLimitAreListed() {
            ThreadClient thread = group(ANNA, BOB, CAROL, DAVE);

            assertThat(parties(thread, ANNA, 2)).containsExactly(ANNA, BOB);
            assertThat(parties(thread, ANNA, 4)).containsExactly(ANNA, BOB, CAROL, DAVE);
        }

        @Test
        void pastMembersAreNotAmongThem() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.leave(BOB);

            assertThat(parties(thread, ANNA, 10)).containsExactly(ANNA, CAROL);
            assertThat(parties(thread, ANNA, 1)).containsExactly(ANNA);
        }

        @Test
        void manyThreadsAreReadAtOnceWithoutThoseThatAreNotVisible() {
            ThreadClient one = group(ANNA, BOB);
            ThreadClient two = group(BOB, CAROL);
            ThreadClient others = group(ANNA, CAROL);
            ThreadClient unseen = newThread(ANNA).with(WRITER, BOB).created();
            ThreadId missing = client.newThreadId();

            Map<ThreadId, List<Member>> answer = client.storage()
                    .boxes()
                    .members(client.as(BOB), List.of(one.id(), others.id(), two.id(), missing, unseen.id()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(two.id())).extracting(Member::party).containsExactly(BOB, CAROL);
            assertThat(client.storage().boxes().members(client.as(BOB), List.of(), 10))
                    .isEmpty();
        }

        @Test
        void aVisibleThreadIsReturnedToAPastMemberToo() {
            ThreadClient thread = group(ANNA, BOB);
            thread.leave(BOB);

            assertThat(client.storage().boxes().members(client.as(BOB), List.of(thread.id()), 10))
                    .containsOnlyKeys(thread.id());
        }

        @Test
        void onlyMessagesThatCountForEveryoneMakeASender() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.system(CAROL);
            thread.note(BOB);
            assertThat(thread.members(ANNA, 10)).noneMatch(Member::hasSent);

            thread.say(BOB);
            assertThat(thread.members(ANNA, 10)).extracting(Member::hasSent).containsExactly(false, true, false);
        }
    }

    @Nested
    class Senders {

        @Test
        void sendersAreInOrderOfJoining() {
            ThreadClient thread = group(ANNA, BOB, CAROL, DAVE);
            thread.say(DAVE);
            thread.say(BOB);
            thread.say(DAVE);

            assertThat(thread.senders(ANNA, 10)).containsExactly(BOB, DAVE);
            assertThat(thread.senders(ANNA, 1)).containsExactly(BOB);
        }

        @Test
        void aPastMemberIsStillAmongTheSenders() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.say(BOB);
            thread.leave(BOB);
            thread.say(CAROL);

            assertThat(thread.senders(ANNA, 10)).containsExactly(BOB, CAROL);
        }

        @Test
        void aMemberWhoJoinedLaterComesLater() {
            ThreadClient thread = group(CAROL);
            thread.join(CAROL, BOB);
            thread.join(CAROL, ANNA);
            thread.say(ANNA);
            thread.say(BOB);
            thread.say(CAROL);

            assertThat(thread.senders(ANNA, 10)).containsExactly(CAROL, BOB, ANNA);
        }

        @Test
        void systemMessagesAndInternalNotesMakeNoSender() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.system(CAROL);
            thread.note(BOB);

            assertThat(thread.senders(ANNA, 10)).isEmpty();
            assertThat(thread.senders(CAROL, 10)).isEmpty();
        }

        @Test
        void manyThreadsAreReadAtOnceWithoutThoseThatAreNotVisible() {
            ThreadClient one = group(ANNA, BOB);
            one.say(ANNA);
            ThreadClient two = group(BOB, CAROL);
            two.say(CAROL);
            ThreadClient others = group(ANNA, CAROL);
            others.say(ANNA);

            Map<ThreadId, List<Party>> answer = client.storage()
                    .boxes()
                    .senders(client.as(BOB), List.of(two.id(), others.id(), one.id(), client.newThreadId()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(one.id())).containsExactly(ANNA);
            assertThat(answer.get(two.id())).containsExactly(CAROL);
        }
    }
}
