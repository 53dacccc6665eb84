package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.contract.MessageDraft;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the order in which guards are checked: each refusal alone, each two that can fail together, and all that can
 * fail together. It also tests that a refused operation changes nothing.
 *
 * <p>Not asserted: guards that an operation does not name.
 */
public abstract class GuardOrderContract extends StorageContract {

    /** For adapters to extend. */
    protected GuardOrderContract() {}

    /** Returns all combinations of faults that one message can have. */
    static Stream<Set<Fault>> faults() {
        return Stream.iterate(1, bits -> bits + 1)
                .limit((1L << Fault.values().length) - 1)
                .map(GuardOrderContract::faultsOf)
                .filter(faults -> faults.stream()
                                .filter(fault -> fault.compareTo(Fault.FORBIDDEN) <= 0)
                                .count()
                        <= 1);
    }

    private static Set<Fault> faultsOf(int bits) {
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        int bit = 1;
        for (Fault fault : Fault.values()) {
            if ((bits & bit) != 0) {
                faults.add(fault);
            }
            bit <<= 1;
        }
        return faults;
    }

    /** The faults of a message, in the order of the port. The first four exclude each other. */
    enum Fault {
        MISSING(Refusal.MISSING),
        NOT_MEMBER(Refusal.NOT_MEMBER),
        PAST_MEMBER(Refusal.PAST_MEMBER),
        FORBIDDEN(Refusal.FORBIDDEN),
        CLOSED(Refusal.CLOSED),
        STALE(Refusal.STALE),
        BEYOND_LAST(Refusal.BEYOND_LAST),
        QUOTED_MISSING(Refusal.QUOTED_MISSING);

        private final Refusal refusal;

        Fault(Refusal refusal) {
            this.refusal = refusal;
        }
    }

    @Nested
    class Append {

        @ParameterizedTest
        @MethodSource("dev.postroom.messaging.testkit.contract.storage.GuardOrderContract#faults")
        void ofAllFaultsOfAMessageTheFirstIsTheAnswer(Set<Fault> faults) {
            ThreadClient thread = threadWithAllKindsOfMembers();
            Party author = faults.contains(Fault.NOT_MEMBER)
                    ? STRANGER
                    : faults.contains(Fault.PAST_MEMBER) ? EVE : faults.contains(Fault.FORBIDDEN) ? DAVE : BOB;
            if (faults.contains(Fault.CLOSED)) {
                thread.close(ANNA);
            }
            ThreadClient target = faults.contains(Fault.MISSING) ? missingThread() : thread;
            MessageDraft sending = target.by(author).key("k", "f");
            long revision = thread.info().revision();
            sending.revision(faults.contains(Fault.STALE) ? revision + STALE_BY : revision);
            sending.seen(faults.contains(Fault.BEYOND_LAST) ? 3 : 0);
            if (faults.contains(Fault.QUOTED_MISSING)) {
                sending.quoting(3);
            }

            assertSendRefused(faults.iterator().next().refusal, sending::send);

            assertThat(client.findKey(author, "k")).isEmpty();
        }

        @Test
        void anInternalNoteNeedsTheRightToSeeIt() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertSendRefused(Refusal.FORBIDDEN, () -> thread.by(BOB).internal().send());
            thread.close(ANNA);
            assertSendRefused(Refusal.FORBIDDEN, () -> thread.by(BOB).internal().send());
        }

        @Test
        void anInternalNoteNeedsTheRightToWriteToo() {
            ThreadClient thread = newThread(ANNA)
                    .with(Rights.of(Right.VIEW, Right.INTERNAL), BOB)
                    .created();

            assertSendRefused(Refusal.FORBIDDEN, () -> thread.by(BOB).internal().send());
        }

        @Test
        void aMemberWithoutViewMayWriteButNotQuote() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> thread.by(CAROL).quoting(1).send());
            assertThat(thread.say(CAROL).position()).isEqualTo(thread.at(3));
        }

        @Test
        void theExpectedRevisionLetsTheMessageThrough() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertThat(thread.by(BOB)
                            .revision(thread.info().revision())
                            .stored()
                            .position())
                    .isEqualTo(thread.at(3));
        }
    }

    @Nested
    class Change {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(Kind kind) {
            ThreadClient thread = missingThread();

            assertRefused(Refusal.MISSING, () -> thread.change(ANNA, kind.change(), OptionalLong.of(STALE_BY)));
        }

        @ParameterizedTest
        @EnumSource
        void aStrangerIsRefusedAsNoMember(Kind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.NOT_MEMBER, () -> thread.change(STRANGER, kind.change()));
            assertRefused(Refusal.NOT_MEMBER, () -> thread.change(STRANGER, kind.change(), stale(thread)));
        }

        @ParameterizedTest
        @EnumSource
        void aPastMemberIsRefusedAsPastMember(Kind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.PAST_MEMBER, () -> thread.change(EVE, kind.change()));
            assertRefused(Refusal.PAST_MEMBER, () -> thread.change(EVE, kind.change(), stale(thread)));
        }

        @ParameterizedTest
        @EnumSource
        void aMemberWithoutTheRightToManageIsForbidden(Kind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.FORBIDDEN, () -> thread.change(BOB, kind.change()));
            assertRefused(Refusal.FORBIDDEN, () -> thread.change(BOB, kind.change(), stale(thread)));
        }

        @ParameterizedTest
        @EnumSource
        void anotherRevisionIsStale(Kind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.STALE, () -> thread.change(ANNA, kind.change(), stale(thread)));
            assertRefused(Refusal.STALE, () -> thread.change(ANNA, kind.change(), OptionalLong.of(-1)));
        }

        @ParameterizedTest
        @EnumSource
        void theExpectedRevisionLetsTheChangeThrough(Kind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertThat(thread.change(
                            ANNA, kind.change(), OptionalLong.of(thread.info().revision())))
                    .isEqualTo(kind == Kind.REOPEN ? UNCHANGED : CHANGED);
        }

        @Test
        void aMemberWhoLeavesTwiceIsAPastMember() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.PAST_MEMBER, () -> thread.leave(EVE));
        }

        @Test
        void aStrangerCannotLeave() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.NOT_MEMBER, () -> thread.leave(STRANGER));
        }

        @Test
        void leavingAndRemovingAnotherMemberNeedsTheRightToManage() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.FORBIDDEN, () -> thread.remove(BOB, BOB, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> thread.remove(BOB, CAROL));
        }

        @Test
        void aMemberWithoutTheRightMayLeaveOnlyAtTheExpectedRevision() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(
                    Refusal.STALE,
                    () -> thread.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(thread)));
        }

        @Test
        void inADirectThreadForbiddenComesBeforeTheShape() {
            ThreadClient thread = direct(ANNA, BOB);

            assertRefused(Refusal.FORBIDDEN, () -> thread.join(ANNA, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> thread.remove(ANNA, BOB));
        }

        @Test
        void staleComesBeforeTheShape() {
            ThreadClient thread = direct(ANNA, BOB);

            assertRefused(
                    Refusal.STALE,
                    () -> thread.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(thread)));
        }

        @Test
        void theShapeComesBeforeTheNumberOfMembers() {
            ThreadClient thread = newThread(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .created();

            assertRefused(Refusal.WRONG_SHAPE, () -> thread.leave(BOB));
            assertRefused(Refusal.WRONG_SHAPE, () -> thread.remove(ANNA, BOB));
            assertRefused(
                    Refusal.WRONG_SHAPE,
                    () -> thread.change(ANNA, new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(CAROL)), 1)));
        }

        @Test
        void aChangeWithoutEffectIsStillCheckedUpToTheShape() {
            ThreadClient thread = newThread(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .created();
            ThreadClient group = threadWithAllKindsOfMembers();
            ThreadChange nobody = new ThreadChange.RemoveMembers(List.of(EVE));
            ThreadChange again =
                    new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(BOB)), ThreadClient.LARGE_MEMBER_LIMIT);

            assertRefused(Refusal.WRONG_SHAPE, () -> thread.change(ANNA, nobody));
            assertRefused(Refusal.WRONG_SHAPE, () -> thread.change(ANNA, again));
            assertRefused(Refusal.FORBIDDEN, () -> group.change(BOB, nobody));
            assertRefused(Refusal.FORBIDDEN, () -> group.change(BOB, again));
            assertRefused(Refusal.FORBIDDEN, () -> group.reopen(BOB));
            assertRefused(Refusal.STALE, () -> group.change(ANNA, nobody, stale(group)));
            assertRefused(Refusal.STALE, () -> group.change(ANNA, again, stale(group)));
            assertRefused(Refusal.STALE, () -> group.change(ANNA, new ThreadChange.Reopen(), stale(group)));
            assertRefused(Refusal.PAST_MEMBER, () -> group.reopen(EVE));
            assertRefused(Refusal.NOT_MEMBER, () -> group.reopen(STRANGER));
        }

        @Test
        void aChangeWithoutEffectIsNotCheckedAgainstTheMemberLimit() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .created();

            assertChangesNothing(UNCHANGED, () -> thread.remove(ANNA, EVE));
            assertChangesNothing(
                    UNCHANGED,
                    () -> thread.change(ANNA, new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(BOB)), 1)));
        }

        @Test
        void tooFewAndTooManyMembersAreRefused() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .created();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> thread.leave(BOB));
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> thread.remove(ANNA, ANNA, BOB));
            assertRefused(
                    Refusal.TOO_MANY_MEMBERS,
                    () -> thread.change(ANNA, new ThreadChange.AddMembers(List.of(ThreadClient.newcomer(CAROL)), 2)));
        }
    }

    /** Each kind of change, made by one party about others. */
    enum Kind {
        RENAME,
        CLOSE,
        REOPEN,
        ADD,
        REMOVE;

        private ThreadChange change() {
            return switch (this) {
                case RENAME -> new ThreadChange.Rename("Wall");
                case CLOSE -> new ThreadChange.Close();
                case REOPEN -> new ThreadChange.Reopen();
                case ADD ->
                    new ThreadChange.AddMembers(
                            List.of(new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL)),
                            ThreadClient.LARGE_MEMBER_LIMIT);
                case REMOVE -> new ThreadChange.RemoveMembers(List.of(DAVE));
            };
        }
    }
}
