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
import dev.postroom.messaging.testkit.contract.TestThread;
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

    private List<Party> parties(TestThread testThread, Party asking, int limit) {
        return testThread.members(asking, limit).stream().map(Member::party).toList();
    }

    @Nested
    class Members {

        @Test
        void aMemberIsToldWithRightsAndTimeOfJoining() {
            TestThread testThread = opening(ANNA).with(BOB).testThread();
            Instant created = testTenant.latest();
            testThread.join(ANNA, new NewMember(CAROL, READER, NewMember.History.FROM_JOIN));
            Instant joined = testTenant.latest();
            testThread.say(BOB);

            assertThat(testThread.members(BOB, 10))
                    .containsExactly(
                            new Member(ANNA, Rights.MANAGER, created, Optional.empty(), false),
                            new Member(BOB, Rights.MEMBER, created, Optional.empty(), true),
                            new Member(CAROL, READER, joined, Optional.empty(), false));
        }

        @Test
        void membersStandInOrderOfJoining() {
            TestThread testThread = group(DAVE);
            testThread.join(DAVE, CAROL);
            testThread.join(DAVE, ANNA, BOB);
            testThread.leave(CAROL);
            testThread.join(DAVE, CAROL);

            assertThat(parties(testThread, DAVE, 10)).containsExactly(DAVE, ANNA, BOB, CAROL);
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
            TestThread testThread = opening(inOrder[5])
                    .with(inOrder[12], inOrder[11], inOrder[0], inOrder[9], inOrder[2], inOrder[7], inOrder[10])
                    .with(inOrder[1], inOrder[3], inOrder[6], inOrder[4], inOrder[8])
                    .says("hello")
                    .testThread();

            assertThat(parties(testThread, inOrder[0], 100)).containsExactly(inOrder);
            assertThat(parties(testThread, inOrder[0], 4))
                    .containsExactly(inOrder[0], inOrder[1], inOrder[2], inOrder[3]);
        }

        /** Units put the pair of surrogates first, code points the character in the basic plane. */
        @Test
        void unitsOrCodePointsMakeTheOrderButAlwaysTheSame() {
            Party pair = UserId.of("\uD83D\uDE00");
            Party single = UserId.of("\uFF21");
            TestThread testThread = group(ANNA, single, pair);
            List<Party> all = parties(testThread, ANNA, 10);

            assertThat(all).isIn(List.of(ANNA, pair, single), List.of(ANNA, single, pair));
            assertThat(parties(testThread, ANNA, 2)).isEqualTo(all.subList(0, 2));
        }

        @Test
        void noMoreThanTheLimitAreTold() {
            TestThread testThread = group(ANNA, BOB, CAROL, DAVE);

            assertThat(parties(testThread, ANNA, 2)).containsExactly(ANNA, BOB);
            assertThat(parties(testThread, ANNA, 4)).containsExactly(ANNA, BOB, CAROL, DAVE);
        }

        @Test
        void pastMembersAreNotAmongThem() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.leave(BOB);

            assertThat(parties(testThread, ANNA, 10)).containsExactly(ANNA, CAROL);
            assertThat(parties(testThread, ANNA, 1)).containsExactly(ANNA);
        }

        @Test
        void manyThreadsAreAnsweredAtOnceAndThoseOneCannotSeePassedOver() {
            TestThread one = group(ANNA, BOB);
            TestThread two = group(BOB, CAROL);
            TestThread others = group(ANNA, CAROL);
            TestThread unseen = opening(ANNA).with(WRITER, BOB).testThread();
            ThreadId missing = testTenant.newThreadId();

            Map<ThreadId, List<Member>> answer = testTenant
                    .storage()
                    .boxes()
                    .members(testTenant.as(BOB), List.of(one.id(), others.id(), two.id(), missing, unseen.id()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(two.id())).extracting(Member::party).containsExactly(BOB, CAROL);
            assertThat(testTenant.storage().boxes().members(testTenant.as(BOB), List.of(), 10))
                    .isEmpty();
        }

        @Test
        void aThreadThatOneSeesIsAnsweredAlsoToAPastMember() {
            TestThread testThread = group(ANNA, BOB);
            testThread.leave(BOB);

            assertThat(testTenant.storage().boxes().members(testTenant.as(BOB), List.of(testThread.id()), 10))
                    .containsOnlyKeys(testThread.id());
        }

        @Test
        void onlyMessagesThatCountForEveryoneMakeASender() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.system(CAROL);
            testThread.note(BOB);
            assertThat(testThread.members(ANNA, 10)).noneMatch(Member::hasSent);

            testThread.say(BOB);
            assertThat(testThread.members(ANNA, 10)).extracting(Member::hasSent).containsExactly(false, true, false);
        }
    }

    @Nested
    class Senders {

        @Test
        void whoWroteStandsInOrderOfJoining() {
            TestThread testThread = group(ANNA, BOB, CAROL, DAVE);
            testThread.say(DAVE);
            testThread.say(BOB);
            testThread.say(DAVE);

            assertThat(testThread.senders(ANNA, 10)).containsExactly(BOB, DAVE);
            assertThat(testThread.senders(ANNA, 1)).containsExactly(BOB);
        }

        @Test
        void whoLeftIsStillAmongThem() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.say(BOB);
            testThread.leave(BOB);
            testThread.say(CAROL);

            assertThat(testThread.senders(ANNA, 10)).containsExactly(BOB, CAROL);
        }

        @Test
        void whoJoinedLaterStandsLater() {
            TestThread testThread = group(CAROL);
            testThread.join(CAROL, BOB);
            testThread.join(CAROL, ANNA);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.say(CAROL);

            assertThat(testThread.senders(ANNA, 10)).containsExactly(CAROL, BOB, ANNA);
        }

        @Test
        void systemMessagesAndInternalNotesMakeNoSender() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.system(CAROL);
            testThread.note(BOB);

            assertThat(testThread.senders(ANNA, 10)).isEmpty();
            assertThat(testThread.senders(CAROL, 10)).isEmpty();
        }

        @Test
        void manyThreadsAreAnsweredAtOnceAndThoseOneCannotSeePassedOver() {
            TestThread one = group(ANNA, BOB);
            one.say(ANNA);
            TestThread two = group(BOB, CAROL);
            two.say(CAROL);
            TestThread others = group(ANNA, CAROL);
            others.say(ANNA);

            Map<ThreadId, List<Party>> answer = testTenant
                    .storage()
                    .boxes()
                    .senders(
                            testTenant.as(BOB), List.of(two.id(), others.id(), one.id(), testTenant.newThreadId()), 10);

            assertThat(answer).containsOnlyKeys(one.id(), two.id());
            assertThat(answer.get(one.id())).containsExactly(ANNA);
            assertThat(answer.get(two.id())).containsExactly(CAROL);
        }
    }
}
