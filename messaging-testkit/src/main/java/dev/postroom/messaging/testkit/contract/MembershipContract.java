package dev.postroom.messaging.testkit.contract;

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

    private Talk three() {
        Talk talk = group(ANNA, BOB);
        talk.say(ANNA);
        talk.say(BOB);
        talk.say(ANNA);
        return talk;
    }

    private static NewMember withPast(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FULL);
    }

    @Nested
    class Adding {

        @Test
        void aNewMemberSeesWhatComesAfterJoining() {
            Talk talk = three();

            assertThat(talk.join(ANNA, CAROL)).isEqualTo(CHANGED);

            MemberFact carol = talk.row(CAROL);
            assertThat(carol.active()).isTrue();
            assertThat(carol.fromSeq()).isEqualTo(3);
            assertThat(carol.untilSeq()).isEmpty();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isZero();
            assertThat(carol.ownSeq()).isZero();
            assertThat(talk.seqs(CAROL)).isEmpty();
            talk.say(BOB);
            assertThat(talk.seqs(CAROL)).containsExactly(4L);
        }

        @Test
        void aNewMemberMaySeeAllOfThePast() {
            Talk talk = three();
            talk.join(ANNA, withPast(CAROL, Rights.MEMBER));

            MemberFact carol = talk.row(CAROL);
            assertThat(carol.fromSeq()).isZero();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isEqualTo(3);
            assertThat(talk.seqs(CAROL)).containsExactly(1L, 2L, 3L);
            assertThat(talk.messages(CAROL)).allMatch(view -> view.read());
        }

        @Test
        void aNewMemberHasTheRightsGiven() {
            Talk talk = three();
            talk.join(ANNA, withPast(CAROL, READER), withPast(DAVE, Rights.MANAGER));

            assertThat(talk.summary(CAROL).mine().rights()).isEqualTo(READER);
            assertThat(talk.by(CAROL).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
            assertThat(talk.summary(DAVE).mine().rights()).isEqualTo(Rights.MANAGER);
            assertThat(talk.rename(DAVE, "Roof")).isEqualTo(CHANGED);
        }

        @Test
        void aNewMemberMayWriteAtOnce() {
            Talk talk = three();
            talk.join(ANNA, CAROL);

            assertThat(talk.say(CAROL).position()).isEqualTo(talk.at(4));
            assertThat(talk.unread(ANNA)).isEqualTo(2);
        }

        @Test
        void whoIsAMemberAlreadyStaysAsIs() {
            Talk talk = three();
            talk.read(BOB, 1);
            MemberFact bob = talk.row(BOB);

            assertThat(talk.join(ANNA, new NewMember(BOB, CHIEF, NewMember.History.FROM_JOIN), withPast(CAROL, READER)))
                    .isEqualTo(CHANGED);

            assertThat(talk.row(BOB)).isEqualTo(bob);
            assertThat(talk.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER);
            assertThat(talk.info().memberCount()).isEqualTo(3);
        }

        @Test
        void ifAllAreMembersAlreadyNothingChanges() {
            Talk talk = three();

            assertChangesNothing(UNCHANGED, () -> talk.join(ANNA, withPast(BOB, CHIEF), withPast(ANNA, READER)));
        }

        @Test
        void theThreadSaysHowManyThereAreAndThatItChanged() {
            Talk talk = three();
            long revision = talk.info().revision();

            talk.join(ANNA, CAROL, DAVE);

            assertThat(talk.info().memberCount()).isEqualTo(4);
            assertThat(talk.summary(CAROL).thread().memberCount()).isEqualTo(4);
            assertThat(talk.info().revision()).isGreaterThan(revision);
            assertThat(talk.info().updatedAt()).isEqualTo(world.latest());
        }

        @Test
        void asManyAsTheLimitAllowsMayBeMembers() {
            Talk talk = three();
            ThreadChange one = new ThreadChange.AddMembers(List.of(Talk.newcomer(CAROL)), 3);
            ThreadChange two = new ThreadChange.AddMembers(List.of(Talk.newcomer(DAVE), Talk.newcomer(EVE)), 4);

            assertThat(talk.change(ANNA, one)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_MANY_MEMBERS, () -> talk.change(ANNA, two));
        }

        @Test
        void membersAndPastMembersDoNotCountAgainstTheLimitTwice() {
            Talk talk = three();
            talk.join(ANNA, CAROL);
            talk.leave(CAROL);
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(Talk.newcomer(BOB), Talk.newcomer(ANNA), Talk.newcomer(DAVE)), 3);

            assertThat(talk.change(ANNA, change)).isEqualTo(CHANGED);
            assertThat(talk.info().memberCount()).isEqualTo(3);
        }
    }

    @Nested
    class Leaving {

        @Test
        void whoLeavesKeepsWhatItSaw() {
            Talk talk = three();

            assertThat(talk.leave(BOB)).isEqualTo(CHANGED);
            talk.say(ANNA);

            MemberFact bob = talk.row(BOB);
            assertThat(bob.active()).isFalse();
            assertThat(bob.untilSeq()).contains(3L);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(talk.view(BOB, 3)).isPresent();
            assertThat(talk.view(BOB, 4)).isEmpty();
            assertThat(talk.summary(BOB).mine().member()).isFalse();
            assertThat(talk.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
        }

        @Test
        void whoWasRemovedKeepsWhatItSaw() {
            Talk talk = three();

            assertThat(talk.remove(ANNA, BOB)).isEqualTo(CHANGED);
            talk.say(ANNA);

            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(talk.by(BOB).send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void whoSawInternalNotesKeepsThoseItSaw() {
            Talk talk = opening(ANNA).starterRights(CHIEF).with(CHIEF, BOB).talk();
            talk.note(ANNA);
            talk.leave(BOB);
            talk.note(ANNA);

            assertThat(talk.row(BOB).rights()).isEqualTo(CHIEF.past());
            assertThat(talk.seqs(BOB)).containsExactly(1L);
            assertThat(talk.lastShown(BOB)).isEqualTo(1);
            assertThat(talk.unread(BOB)).isEqualTo(1);
        }

        @Test
        void whoMayNotViewSeesNothingAfterLeavingEither() {
            Talk talk = opening(ANNA).with(WRITER, BOB).says("hello").talk();
            talk.leave(BOB);

            assertThat(talk.row(BOB).rights()).isEqualTo(Rights.NONE);
            assertThat(talk.find(BOB)).isEmpty();
            assertThat(talk.messages(BOB)).isEmpty();
        }

        @Test
        void severalMayBeRemovedAtOnce() {
            Talk talk = group(ANNA, BOB, CAROL, DAVE);

            assertThat(talk.remove(ANNA, BOB, EVE, DAVE)).isEqualTo(CHANGED);

            assertThat(talk.info().memberCount()).isEqualTo(2);
            assertThat(talk.row(CAROL).active()).isTrue();
            assertThat(talk.row(DAVE).active()).isFalse();
            assertThat(talk.facts().members()).noneMatch(row -> row.party().equals(EVE));
        }

        @Test
        void whoManagesMayRemoveThemselvesWithOthers() {
            Talk talk = group(ANNA, BOB, CAROL);

            assertThat(talk.remove(ANNA, ANNA, BOB)).isEqualTo(CHANGED);
            assertThat(talk.info().memberCount()).isEqualTo(1);
        }

        @Test
        void ifNobodyIsAMemberNothingChanges() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.leave(CAROL);

            assertChangesNothing(UNCHANGED, () -> talk.remove(ANNA, CAROL, EVE));
        }

        @Test
        void theThreadSaysHowManyThereAreAndThatItChanged() {
            Talk talk = three();
            long revision = talk.info().revision();

            talk.leave(BOB);

            assertThat(talk.info().memberCount()).isEqualTo(1);
            assertThat(talk.summary(BOB).thread().memberCount()).isEqualTo(1);
            assertThat(talk.info().revision()).isGreaterThan(revision);
            assertThat(talk.info().updatedAt()).isEqualTo(world.latest());
        }

        @Test
        void theLastMemberStays() {
            Talk talk = three();
            talk.leave(BOB);

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> talk.leave(ANNA));
        }

        @Test
        void asManyAsTheRuleSaysStay() {
            Talk talk = opening(ANNA)
                    .with(BOB, CAROL, DAVE)
                    .rules(ThreadRules.DEFAULT.minimumMembers(3))
                    .talk();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> talk.remove(ANNA, BOB, CAROL));
            assertThat(talk.remove(ANNA, BOB, EVE)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> talk.leave(CAROL));
        }

        @Test
        void whoLeavesAnEmptyThreadSawNothing() {
            Talk talk = group(ANNA, BOB);
            talk.leave(BOB);
            talk.say(ANNA);

            assertThat(talk.row(BOB).untilSeq()).contains(0L);
            assertThat(talk.seqs(BOB)).isEmpty();
            assertThat(talk.summary(BOB).mine().lastSeq()).isZero();
        }
    }

    @Nested
    class ComingBack {

        private Talk left() {
            Talk talk = three();
            talk.read(BOB, 1);
            talk.archive(BOB, 2);
            talk.star(BOB, 1);
            talk.hide(BOB, 3);
            talk.leave(BOB);
            talk.say(ANNA);
            return talk;
        }

        @Test
        void beginsANewWindow() {
            Talk talk = left();

            assertThat(talk.join(ANNA, BOB)).isEqualTo(CHANGED);
            talk.say(ANNA);

            MemberFact bob = talk.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isEqualTo(4);
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isEqualTo(4);
            assertThat(bob.ownSeq()).isEqualTo(2);
            assertThat(bob.archivedSeq()).isEqualTo(2);
            assertThat(talk.seqs(BOB)).containsExactly(5L);
        }

        @Test
        void mayBringBackAllOfThePast() {
            Talk talk = left();
            talk.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(talk.row(BOB).fromSeq()).isZero();
            assertThat(talk.row(BOB).readSeq()).isEqualTo(4);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L, 4L);
            assertThat(talk.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(talk.view(BOB, 3).orElseThrow().hidden()).isTrue();
        }

        @Test
        void bringsNotBackWhatOneDeletedOneself() {
            Talk talk = three();
            talk.delete(BOB, 2);
            talk.leave(BOB);
            talk.say(ANNA);
            talk.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(talk.row(BOB).deletedSeq()).isEqualTo(2);
            assertThat(talk.row(BOB).fromSeq()).isEqualTo(2);
            assertThat(talk.seqs(BOB)).containsExactly(3L, 4L);
        }

        @Test
        void givesTheRightsGivenNow() {
            Talk talk = left();
            talk.join(ANNA, withPast(BOB, READER));

            assertThat(talk.summary(BOB).mine().rights()).isEqualTo(READER);
            assertThat(talk.summary(BOB).mine().member()).isTrue();
            assertThat(talk.by(BOB).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
        }

        @Test
        void needsOneRowOnly() {
            Talk talk = left();
            talk.join(ANNA, BOB);
            talk.leave(BOB);
            talk.join(ANNA, BOB);

            assertThat(talk.facts().members()).hasSize(2);
            assertThat(talk.info().memberCount()).isEqualTo(2);
        }

        @Test
        void letsOneWriteAgain() {
            Talk talk = left();
            talk.join(ANNA, BOB);

            assertThat(talk.by(BOB).send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(talk.row(BOB).ownSeq()).isEqualTo(5);
        }

        @Test
        void isJoiningAnew() {
            Talk talk = left();
            talk.join(ANNA, BOB);

            assertThat(talk.members(ANNA, 10))
                    .filteredOn(member -> member.party().equals(BOB))
                    .extracting(Member::joinedAt)
                    .containsExactly(world.latest());
        }
    }

    @Nested
    class DirectThreads {

        @Test
        void membersOfADirectThreadNeverChange() {
            Talk talk = opening(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .says("hello")
                    .talk();

            assertRefused(Refusal.WRONG_SHAPE, () -> talk.join(ANNA, CAROL));
            assertRefused(Refusal.WRONG_SHAPE, () -> talk.remove(ANNA, BOB));
            assertRefused(Refusal.WRONG_SHAPE, () -> talk.leave(ANNA));
            assertRefused(Refusal.WRONG_SHAPE, () -> talk.leave(BOB));
        }
    }
}
