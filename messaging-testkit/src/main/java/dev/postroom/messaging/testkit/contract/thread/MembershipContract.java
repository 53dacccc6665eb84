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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests how members join, leave and come back: windows, rights, numbers, and the revision.
 *
 * <p>Not asserted: what a window with full history holds after its member deleted a thread and then the history comes
 * back, and the same party named twice in one change. {@link MemberListContract} tests lists of members, {@code
 * BoxMembershipContract} boxes, {@code UnreadTotalsContract} counts.
 */
public abstract class MembershipContract extends StorageContract {

    /** For adapters to extend. */
    protected MembershipContract() {}

    private ThreadClient three() {
        ThreadClient thread = group(ANNA, BOB);
        thread.say(ANNA);
        thread.say(BOB);
        thread.say(ANNA);
        return thread;
    }

    private static NewMember withPast(Party party, Rights rights) {
        return new NewMember(party, rights, NewMember.History.FULL);
    }

    @Nested
    class Adding {

        @Test
        void aNewMemberSeesTheMessagesAfterItsJoining() {
            ThreadClient thread = three();

            assertThat(thread.join(ANNA, CAROL)).isEqualTo(CHANGED);

            MemberFact carol = thread.row(CAROL);
            assertThat(carol.active()).isTrue();
            assertThat(carol.fromSeq()).isEqualTo(3);
            assertThat(carol.untilSeq()).isEmpty();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isZero();
            assertThat(carol.ownSeq()).isZero();
            assertThat(thread.seqs(CAROL)).isEmpty();
            thread.say(BOB);
            assertThat(thread.seqs(CAROL)).containsExactly(4L);
        }

        @Test
        void aNewMemberMaySeeAllOfThePast() {
            ThreadClient thread = three();
            thread.join(ANNA, withPast(CAROL, Rights.MEMBER));

            MemberFact carol = thread.row(CAROL);
            assertThat(carol.fromSeq()).isZero();
            assertThat(carol.readSeq()).isEqualTo(3);
            assertThat(carol.newestSeq()).isEqualTo(3);
            assertThat(thread.seqs(CAROL)).containsExactly(1L, 2L, 3L);
            assertThat(thread.messages(CAROL)).allMatch(view -> view.read());
        }

        @Test
        void aNewMemberHasTheRightsGiven() {
            ThreadClient thread = three();
            thread.join(ANNA, withPast(CAROL, READER), withPast(DAVE, Rights.MANAGER));

            assertThat(thread.summary(CAROL).mine().rights()).isEqualTo(READER);
            assertThat(thread.by(CAROL).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
            assertThat(thread.summary(DAVE).mine().rights()).isEqualTo(Rights.MANAGER);
            assertThat(thread.rename(DAVE, "Roof")).isEqualTo(CHANGED);
        }

        @Test
        void aNewMemberMayWriteAtOnce() {
            ThreadClient thread = three();
            thread.join(ANNA, CAROL);

            assertThat(thread.say(CAROL).position()).isEqualTo(thread.at(4));
            assertThat(thread.unread(ANNA)).isEqualTo(2);
        }

        @Test
        void anExistingMemberStaysUnchanged() {
            ThreadClient thread = three();
            thread.read(BOB, 1);
            MemberFact bob = thread.row(BOB);

            assertThat(thread.join(
                            ANNA,
                            new NewMember(BOB, INTERNAL_MANAGER, NewMember.History.FROM_JOIN),
                            withPast(CAROL, READER)))
                    .isEqualTo(CHANGED);

            assertThat(thread.row(BOB)).isEqualTo(bob);
            assertThat(thread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER);
            assertThat(thread.info().memberCount()).isEqualTo(3);
        }

        @Test
        void ifAllAreMembersAlreadyNothingChanges() {
            ThreadClient thread = three();

            assertChangesNothing(
                    UNCHANGED, () -> thread.join(ANNA, withPast(BOB, INTERNAL_MANAGER), withPast(ANNA, READER)));
        }

        @Test
        void theThreadTellsTheNumberOfMembersAndItsChange() {
            ThreadClient thread = three();
            long revision = thread.info().revision();

            thread.join(ANNA, CAROL, DAVE);

            assertThat(thread.info().memberCount()).isEqualTo(4);
            assertThat(thread.summary(CAROL).thread().memberCount()).isEqualTo(4);
            assertThat(thread.info().revision()).isGreaterThan(revision);
            assertThat(thread.info().updatedAt()).isEqualTo(client.latest());
        }

        @Test
        void asManyAsTheLimitAllowsMayBeMembers() {
            ThreadClient thread = three();
            ThreadChange one = new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(CAROL)), 3);
            ThreadChange two =
                    new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(DAVE), ThreadClient.newcomer(EVE)), 4);

            assertThat(thread.change(ANNA, one)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_MANY_MEMBERS, () -> thread.change(ANNA, two));
        }

        @Test
        void membersAndPastMembersDoNotCountAgainstTheLimitTwice() {
            ThreadClient thread = three();
            thread.join(ANNA, CAROL);
            thread.leave(CAROL);
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(ThreadClient.newcomer(BOB), ThreadClient.newcomer(ANNA), ThreadClient.newcomer(DAVE)), 3);

            assertThat(thread.change(ANNA, change)).isEqualTo(CHANGED);
            assertThat(thread.info().memberCount()).isEqualTo(3);
        }
    }

    @Nested
    class Leaving {

        @Test
        void aMemberWhoLeavesKeepsTheMessagesItSaw() {
            ThreadClient thread = three();

            assertThat(thread.leave(BOB)).isEqualTo(CHANGED);
            thread.say(ANNA);

            MemberFact bob = thread.row(BOB);
            assertThat(bob.active()).isFalse();
            assertThat(bob.untilSeq()).contains(3L);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(thread.view(BOB, 3)).isPresent();
            assertThat(thread.view(BOB, 4)).isEmpty();
            assertThat(thread.summary(BOB).mine().member()).isFalse();
            assertThat(thread.summary(BOB).mine().rights()).isEqualTo(Rights.MEMBER.past());
        }

        @Test
        void aRemovedMemberKeepsTheMessagesItSaw() {
            ThreadClient thread = three();

            assertThat(thread.remove(ANNA, BOB)).isEqualTo(CHANGED);
            thread.say(ANNA);

            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L, 3L);
            assertThat(thread.by(BOB).send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void aMemberWhoSawInternalNotesKeepsThem() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MANAGER, BOB)
                    .created();
            thread.note(ANNA);
            thread.leave(BOB);
            thread.note(ANNA);

            assertThat(thread.row(BOB).rights()).isEqualTo(INTERNAL_MANAGER.past());
            assertThat(thread.seqs(BOB)).containsExactly(1L);
            assertThat(thread.lastShown(BOB)).isEqualTo(1);
            assertThat(thread.unread(BOB)).isEqualTo(1);
        }

        @Test
        void aMemberWithoutViewSeesNothingAfterLeavingEither() {
            ThreadClient thread =
                    newThread(ANNA).with(WRITER, BOB).says("hello").created();
            thread.leave(BOB);

            assertThat(thread.row(BOB).rights()).isEqualTo(Rights.NONE);
            assertThat(thread.find(BOB)).isEmpty();
            assertThat(thread.messages(BOB)).isEmpty();
        }

        @Test
        void severalMayBeRemovedAtOnce() {
            ThreadClient thread = group(ANNA, BOB, CAROL, DAVE);

            assertThat(thread.remove(ANNA, BOB, EVE, DAVE)).isEqualTo(CHANGED);

            assertThat(thread.info().memberCount()).isEqualTo(2);
            assertThat(thread.row(CAROL).active()).isTrue();
            assertThat(thread.row(DAVE).active()).isFalse();
            assertThat(thread.facts().members()).noneMatch(row -> row.party().equals(EVE));
        }

        @Test
        void aManagerMayRemoveItselfWithOthers() {
            ThreadClient thread = group(ANNA, BOB, CAROL);

            assertThat(thread.remove(ANNA, ANNA, BOB)).isEqualTo(CHANGED);
            assertThat(thread.info().memberCount()).isEqualTo(1);
        }

        @Test
        void ifNobodyIsAMemberNothingChanges() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            thread.leave(CAROL);

            assertChangesNothing(UNCHANGED, () -> thread.remove(ANNA, CAROL, EVE));
        }

        @Test
        void theThreadTellsTheNumberOfMembersAndItsChange() {
            ThreadClient thread = three();
            long revision = thread.info().revision();

            thread.leave(BOB);

            assertThat(thread.info().memberCount()).isEqualTo(1);
            assertThat(thread.summary(BOB).thread().memberCount()).isEqualTo(1);
            assertThat(thread.info().revision()).isGreaterThan(revision);
            assertThat(thread.info().updatedAt()).isEqualTo(client.latest());
        }

        @Test
        void theLastMemberStays() {
            ThreadClient thread = three();
            thread.leave(BOB);

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> thread.leave(ANNA));
        }

        @Test
        void asManyAsTheRuleSaysStay() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB, CAROL, DAVE)
                    .rules(ThreadRules.DEFAULT.minimumMembers(3))
                    .created();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> thread.remove(ANNA, BOB, CAROL));
            assertThat(thread.remove(ANNA, BOB, EVE)).isEqualTo(CHANGED);
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> thread.leave(CAROL));
        }

        @Test
        void aMemberWhoLeavesAnEmptyThreadSawNothing() {
            ThreadClient thread = group(ANNA, BOB);
            thread.leave(BOB);
            thread.say(ANNA);

            assertThat(thread.row(BOB).untilSeq()).contains(0L);
            assertThat(thread.seqs(BOB)).isEmpty();
            assertThat(thread.summary(BOB).mine().lastSeq()).isZero();
        }
    }

    @Nested
    class ComingBack {

        private ThreadClient left() {
            ThreadClient thread = three();
            thread.read(BOB, 1);
            thread.archive(BOB, 2);
            thread.star(BOB, 1);
            thread.hide(BOB, 3);
            thread.leave(BOB);
            thread.say(ANNA);
            return thread;
        }

        @Test
        void beginsANewWindow() {
            ThreadClient thread = left();

            assertThat(thread.join(ANNA, BOB)).isEqualTo(CHANGED);
            thread.say(ANNA);

            MemberFact bob = thread.row(BOB);
            assertThat(bob.active()).isTrue();
            assertThat(bob.fromSeq()).isEqualTo(4);
            assertThat(bob.untilSeq()).isEmpty();
            assertThat(bob.readSeq()).isEqualTo(4);
            assertThat(bob.ownSeq()).isEqualTo(2);
            assertThat(bob.archivedSeq()).isEqualTo(2);
            assertThat(thread.seqs(BOB)).containsExactly(5L);
        }

        @Test
        void mayBringBackAllOfThePast() {
            ThreadClient thread = left();
            thread.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(thread.row(BOB).fromSeq()).isZero();
            assertThat(thread.row(BOB).readSeq()).isEqualTo(4);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L, 4L);
            assertThat(thread.view(BOB, 1).orElseThrow().starred()).isTrue();
            assertThat(thread.view(BOB, 3).orElseThrow().hidden()).isTrue();
        }

        @Test
        void doesNotBringBackMessagesThatThePartyDeletedForItself() {
            ThreadClient thread = three();
            thread.delete(BOB, 2);
            thread.leave(BOB);
            thread.say(ANNA);
            thread.join(ANNA, withPast(BOB, Rights.MEMBER));

            assertThat(thread.row(BOB).deletedSeq()).isEqualTo(2);
            assertThat(thread.row(BOB).fromSeq()).isEqualTo(2);
            assertThat(thread.seqs(BOB)).containsExactly(3L, 4L);
        }

        @Test
        void givesTheRightsGivenNow() {
            ThreadClient thread = left();
            thread.join(ANNA, withPast(BOB, READER));

            assertThat(thread.summary(BOB).mine().rights()).isEqualTo(READER);
            assertThat(thread.summary(BOB).mine().member()).isTrue();
            assertThat(thread.by(BOB).send()).isEqualTo(sendRefused(Refusal.FORBIDDEN));
        }

        @Test
        void needsOnlyOneRow() {
            ThreadClient thread = left();
            thread.join(ANNA, BOB);
            thread.leave(BOB);
            thread.join(ANNA, BOB);

            assertThat(thread.facts().members()).hasSize(2);
            assertThat(thread.info().memberCount()).isEqualTo(2);
        }

        @Test
        void letsThePartyWriteAgain() {
            ThreadClient thread = left();
            thread.join(ANNA, BOB);

            assertThat(thread.by(BOB).send()).isInstanceOf(SendOutcome.Stored.class);
            assertThat(thread.row(BOB).ownSeq()).isEqualTo(5);
        }

        @Test
        void countsAsANewJoining() {
            ThreadClient thread = left();
            thread.join(ANNA, BOB);

            assertThat(thread.members(ANNA, 10))
                    .filteredOn(member -> member.party().equals(BOB))
                    .extracting(Member::joinedAt)
                    .containsExactly(client.latest());
        }
    }
}
