package dev.postroom.messaging.testkit.contract.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.box.BoxMembershipContract;
import dev.postroom.messaging.testkit.contract.personal.UnreadTotalsContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How members come, go and come back: windows, rights, numbers, and the revision.
 *
 * <p>Not asserted: what a window of all the past holds after deleting a thread whose history comes back, and the same
 * party named twice in one change. Who is told of whom is in {@link MemberListContract}, boxes in
 * {@link BoxMembershipContract}, counts in {@link UnreadTotalsContract}.
 */
public abstract class MembershipContract extends StorageContract {

    /** For adapters to extend. */
    protected MembershipContract() {}

    private TestThread three() {
        TestThread testThread = group(ANNA, BOB);
        testThread.say(ANNA);
        testThread.say(BOB);
        testThread.say(ANNA);
        return testThread;
    }

    private static NewMember withPast(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FULL);
    }

    @Nested
    class Adding {

        @Test
        void aNewMemberSeesWhatComesAfterJoining() {
            TestThread testThread = three();

            assertThat(testThread.join(ANNA, CAROL)).isEqualTo(CHANGED);

            MemberFact carol = testThread.row(CAROL);
            assertThat(carol.active()).isTrue();
            assertThat(carol.fromSeq()).isEqualTo(3);
            assertThat(carol.untilSeq()).isEmpty();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isZero();
            assertThat(carol.ownSeq()).isZero();
            assertThat(testThread.seqs(CAROL)).isEmpty();
            testThread.say(BOB);
            assertThat(testThread.seqs(CAROL)).containsExactly(4L);
        }

        @Test
        void aNewMemberMaySeeAllOfThePast() {
            TestThread testThread = three();
            testThread.join(ANNA, withPast(CAROL, Rights.MEMBER));

            MemberFact carol = testThread.row(CAROL);
            assertThat(carol.fromSeq()).isZero();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isEqualTo(3);
            assertThat(testThread.seqs(CAROL)).containsExactly(1L, 2L, 3L);
            assertThat(testThread.messages(CAROL)).allMatch(view -> view.read());
        }

        @Test
        void aNewMemberHasTheRightsGiven() {
            TestThread testThread = three();
            testThread.join(ANNA, withPast(CAROL, READER), withPast(DAVE, Rights.MANAGER));

            assertThat(testThread.summary(CAROL).mine().rights()).isEqualTo(READER);
            assertThat(testThread.by(CAROL).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
            assertThat(testThread.summary(DAVE).mine().rights()).isEqualTo(Rights.MANAGER);
            assertThat(testThread.rename(DAVE, "Roof")).isEqualTo(CHANGED);
        }

        @Test
        void aNewMemberMayWriteAtOnce() {
            TestThread testThread = three();
            testThread.join(ANNA, CAROL);

            assertThat(testThread.say(CAROL).position()).isEqualTo(testThread.at(4));
            assertThat(testThread.unread(ANNA)).isEqualTo(2);
        }

        @Test
        void whoIsAMemberAlreadyStaysAsIs() {
            TestThread testThread = three();
            testThread.read(BOB, 1);
            MemberFact bob = testThread.row(BOB);

            assertThat(testThread.join(
                            ANNA, new NewMember(BOB, CHIEF, NewMember.History.FROM_JOIN), withPast(CAROL, READER)))
                    .isEqualTo(CHANGED);

            assertThat(testThread.row(BOB)).isEqualTo(bob);
            assertThat(testThread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER);
            assertThat(testThread.info().memberCount()).isEqualTo(3);
        }

        @Test
        void ifAllAreMembersAlreadyNothingChanges() {
            TestThread testThread = three();

            assertChangesNothing(UNCHANGED, () -> testThread.join(ANNA, withPast(BOB, CHIEF), withPast(ANNA, READER)));
        }

        @Test
        void theThreadSaysHowManyThereAreAndThatItChanged() {
            TestThread testThread = three();
            long revision = testThread.info().revision();

            testThread.join(ANNA, CAROL, DAVE);

            assertThat(testThread.info().memberCount()).isEqualTo(4);
            assertThat(testThread.summary(CAROL).thread().memberCount()).isEqualTo(4);
            assertThat(testThread.info().revision()).isGreaterThan(revision);
            assertThat(testThread.info().updatedAt()).isEqualTo(testTenant.latest());
        }

        @Test
        void asManyAsTheLimitAllowsMayBeMembers() {
            TestThread testThread = three();
            ThreadChange one = new ThreadChange.AddMembers(List.of(TestThread.newcomer(CAROL)), 3);
            ThreadChange two =
                    new ThreadChange.AddMembers(List.of(TestThread.newcomer(DAVE), TestThread.newcomer(EVE)), 4);

            assertThat(testThread.change(ANNA, one)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_MANY_MEMBERS, () -> testThread.change(ANNA, two));
        }

        @Test
        void membersAndPastMembersDoNotCountAgainstTheLimitTwice() {
            TestThread testThread = three();
            testThread.join(ANNA, CAROL);
            testThread.leave(CAROL);
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(TestThread.newcomer(BOB), TestThread.newcomer(ANNA), TestThread.newcomer(DAVE)), 3);

            assertThat(testThread.change(ANNA, change)).isEqualTo(CHANGED);
            assertThat(testThread.info().memberCount()).isEqualTo(3);
        }
    }

    @Nested
    class Leaving {

        @Test
        void whoLeavesKeepsWhatItSaw() {
            TestThread testThread = three();

            assertThat(testThread.leave(BOB)).isEqualTo(CHANGED);
            testThread.say(ANNA);

            MemberFact bob = testThread.row(BOB);
            assertThat(bob.active()).isFalse();
            assertThat(bob.untilSeq()).contains(3L);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(testThread.view(BOB, 3)).isPresent();
            assertThat(testThread.view(BOB, 4)).isEmpty();
            assertThat(testThread.summary(BOB).mine().member()).isFalse();
            assertThat(testThread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
        }

        @Test
        void whoWasRemovedKeepsWhatItSaw() {
            TestThread testThread = three();

            assertThat(testThread.remove(ANNA, BOB)).isEqualTo(CHANGED);
            testThread.say(ANNA);

            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(testThread.by(BOB).send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void whoSawInternalNotesKeepsThoseItSaw() {
            TestThread testThread =
                    opening(ANNA).starterRights(CHIEF).with(CHIEF, BOB).testThread();
            testThread.note(ANNA);
            testThread.leave(BOB);
            testThread.note(ANNA);

            assertThat(testThread.row(BOB).rights()).isEqualTo(CHIEF.past());
            assertThat(testThread.seqs(BOB)).containsExactly(1L);
            assertThat(testThread.lastShown(BOB)).isEqualTo(1);
            assertThat(testThread.unread(BOB)).isEqualTo(1);
        }

        @Test
        void whoMayNotViewSeesNothingAfterLeavingEither() {
            TestThread testThread =
                    opening(ANNA).with(WRITER, BOB).says("hello").testThread();
            testThread.leave(BOB);

            assertThat(testThread.row(BOB).rights()).isEqualTo(Rights.NONE);
            assertThat(testThread.find(BOB)).isEmpty();
            assertThat(testThread.messages(BOB)).isEmpty();
        }

        @Test
        void severalMayBeRemovedAtOnce() {
            TestThread testThread = group(ANNA, BOB, CAROL, DAVE);

            assertThat(testThread.remove(ANNA, BOB, EVE, DAVE)).isEqualTo(CHANGED);

            assertThat(testThread.info().memberCount()).isEqualTo(2);
            assertThat(testThread.row(CAROL).active()).isTrue();
            assertThat(testThread.row(DAVE).active()).isFalse();
            assertThat(testThread.facts().members())
                    .noneMatch(row -> row.party().equals(EVE));
        }

        @Test
        void whoManagesMayRemoveThemselvesWithOthers() {
            TestThread testThread = group(ANNA, BOB, CAROL);

            assertThat(testThread.remove(ANNA, ANNA, BOB)).isEqualTo(CHANGED);
            assertThat(testThread.info().memberCount()).isEqualTo(1);
        }

        @Test
        void ifNobodyIsAMemberNothingChanges() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            testThread.leave(CAROL);

            assertChangesNothing(UNCHANGED, () -> testThread.remove(ANNA, CAROL, EVE));
        }

        @Test
        void theThreadSaysHowManyThereAreAndThatItChanged() {
            TestThread testThread = three();
            long revision = testThread.info().revision();

            testThread.leave(BOB);

            assertThat(testThread.info().memberCount()).isEqualTo(1);
            assertThat(testThread.summary(BOB).thread().memberCount()).isEqualTo(1);
            assertThat(testThread.info().revision()).isGreaterThan(revision);
            assertThat(testThread.info().updatedAt()).isEqualTo(testTenant.latest());
        }

        @Test
        void theLastMemberStays() {
            TestThread testThread = three();
            testThread.leave(BOB);

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> testThread.leave(ANNA));
        }

        @Test
        void asManyAsTheRuleSaysStay() {
            TestThread testThread = opening(ANNA)
                    .with(BOB, CAROL, DAVE)
                    .rules(ThreadRules.DEFAULT.minimumMembers(3))
                    .testThread();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> testThread.remove(ANNA, BOB, CAROL));
            assertThat(testThread.remove(ANNA, BOB, EVE)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> testThread.leave(CAROL));
        }

        @Test
        void whoLeavesAnEmptyThreadSawNothing() {
            TestThread testThread = group(ANNA, BOB);
            testThread.leave(BOB);
            testThread.say(ANNA);

            assertThat(testThread.row(BOB).untilSeq()).contains(0L);
            assertThat(testThread.seqs(BOB)).isEmpty();
            assertThat(testThread.summary(BOB).mine().lastSeq()).isZero();
        }
    }

    @Nested
    class ComingBack {

        private TestThread left() {
            TestThread testThread = three();
            testThread.read(BOB, 1);
            testThread.archive(BOB, 2);
            testThread.star(BOB, 1);
            testThread.hide(BOB, 3);
            testThread.leave(BOB);
            testThread.say(ANNA);
            return testThread;
        }

        @Test
        void beginsANewWindow() {
            TestThread testThread = left();

            assertThat(testThread.join(ANNA, BOB)).isEqualTo(CHANGED);
            testThread.say(ANNA);

            MemberFact bob = testThread.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isEqualTo(4);
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isEqualTo(4);
            assertThat(bob.ownSeq()).isEqualTo(2);
            assertThat(bob.archivedSeq()).isEqualTo(2);
            assertThat(testThread.seqs(BOB)).containsExactly(5L);
        }

        @Test
        void mayBringBackAllOfThePast() {
            TestThread testThread = left();
            testThread.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(testThread.row(BOB).fromSeq()).isZero();
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(4);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L, 4L);
            assertThat(testThread.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(testThread.view(BOB, 3).orElseThrow().hidden()).isTrue();
        }

        @Test
        void bringsNotBackWhatOneDeletedOneself() {
            TestThread testThread = three();
            testThread.delete(BOB, 2);
            testThread.leave(BOB);
            testThread.say(ANNA);
            testThread.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(testThread.row(BOB).deletedSeq()).isEqualTo(2);
            assertThat(testThread.row(BOB).fromSeq()).isEqualTo(2);
            assertThat(testThread.seqs(BOB)).containsExactly(3L, 4L);
        }

        @Test
        void givesTheRightsGivenNow() {
            TestThread testThread = left();
            testThread.join(ANNA, withPast(BOB, READER));

            assertThat(testThread.summary(BOB).mine().rights()).isEqualTo(READER);
            assertThat(testThread.summary(BOB).mine().member()).isTrue();
            assertThat(testThread.by(BOB).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
        }

        @Test
        void needsOneRowOnly() {
            TestThread testThread = left();
            testThread.join(ANNA, BOB);
            testThread.leave(BOB);
            testThread.join(ANNA, BOB);

            assertThat(testThread.facts().members()).hasSize(2);
            assertThat(testThread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void letsOneWriteAgain() {
            TestThread testThread = left();
            testThread.join(ANNA, BOB);

            assertThat(testThread.by(BOB).send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(testThread.row(BOB).ownSeq()).isEqualTo(5);
        }

        @Test
        void isJoiningAnew() {
            TestThread testThread = left();
            testThread.join(ANNA, BOB);

            assertThat(testThread.members(ANNA, 10))
                    .filteredOn(member -> member.party().equals(BOB))
                    .extracting(Member::joinedAt)
                    .containsExactly(testTenant.latest());
        }
    }

    @Nested
    class DirectThreads {

        @Test
        void membersOfADirectThreadNeverChange() {
            TestThread testThread = opening(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .says("hello")
                    .testThread();

            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.join(ANNA, CAROL));
            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.remove(ANNA, BOB));
            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.leave(ANNA));
            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.leave(BOB));
        }
    }
}
