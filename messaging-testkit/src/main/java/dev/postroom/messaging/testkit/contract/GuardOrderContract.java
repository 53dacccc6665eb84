package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
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
 * In which order guards are judged: each refusal alone, each two that can fail together, all that can at once, and
 * that a refused operation changes nothing whatever.
 *
 * <p>Not asserted: guards that an operation does not name.
 */
public abstract class GuardOrderContract extends StorageContract {

    /** For adapters to extend. */
    protected GuardOrderContract() {}

    /** All combinations of faults that one message can have. */
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

    /** What can be wrong with a message, in the order of the port; the first four exclude one another. */
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
        @MethodSource("dev.postroom.messaging.testkit.contract.GuardOrderContract#faults")
        void ofAllFaultsOfAMessageTheFirstIsTheAnswer(Set<Fault> faults) {
            Talk talk = scene();
            Party author = faults.contains(Fault.NOT_MEMBER)
                    ? STRANGER
                    : faults.contains(Fault.PAST_MEMBER) ? EVE : faults.contains(Fault.FORBIDDEN) ? DAVE : BOB;
            if (faults.contains(Fault.CLOSED)) {
                talk.close(ANNA);
            }
            Talk target = faults.contains(Fault.MISSING) ? nowhere() : talk;
            MessageDraft sending = target.by(author).key("k", "f");
            long revision = talk.info().revision();
            sending.revision(faults.contains(Fault.STALE) ? revision + STALE_BY : revision);
            sending.seen(faults.contains(Fault.BEYOND_LAST) ? 3 : 0);
            if (faults.contains(Fault.QUOTED_MISSING)) {
                sending.quoting(3);
            }

            assertSendRefused(faults.iterator().next().refusal, sending::send);

            assertThat(world.findKey(author, "k")).isEmpty();
        }

        @Test
        void anInternalNoteNeedsTheRightToSeeIt() {
            Talk talk = scene();

            assertSendRefused(Refusal.FORBIDDEN, () -> talk.by(BOB).internal().send());
            talk.close(ANNA);
            assertSendRefused(Refusal.FORBIDDEN, () -> talk.by(BOB).internal().send());
        }

        @Test
        void anInternalNoteNeedsTheRightToWriteToo() {
            Talk talk = opening(ANNA)
                    .with(Rights.of(Right.VIEW, Right.INTERNAL), BOB)
                    .talk();

            assertSendRefused(Refusal.FORBIDDEN, () -> talk.by(BOB).internal().send());
        }

        @Test
        void whoMayNotViewMayWriteButNotQuote() {
            Talk talk = scene();

            assertSendRefused(
                    Refusal.QUOTED_MISSING, () -> talk.by(CAROL).quoting(1).send());
            assertThat(talk.say(CAROL).position()).isEqualTo(talk.at(3));
        }

        @Test
        void theExpectedRevisionLetsTheMessageThrough() {
            Talk talk = scene();

            assertThat(talk.by(BOB).revision(talk.info().revision()).stored().position())
                    .isEqualTo(talk.at(3));
        }
    }

    @Nested
    class Change {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(Kind kind) {
            Talk talk = nowhere();

            assertRefused(Refusal.MISSING, () -> talk.change(ANNA, kind.change(), OptionalLong.of(STALE_BY)));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(Kind kind) {
            Talk talk = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> talk.change(STRANGER, kind.change()));
            assertRefused(Refusal.NOT_MEMBER, () -> talk.change(STRANGER, kind.change(), stale(talk)));
        }

        @ParameterizedTest
        @EnumSource
        void aPastMemberIsToldSo(Kind kind) {
            Talk talk = scene();

            assertRefused(Refusal.PAST_MEMBER, () -> talk.change(EVE, kind.change()));
            assertRefused(Refusal.PAST_MEMBER, () -> talk.change(EVE, kind.change(), stale(talk)));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotManageIsForbidden(Kind kind) {
            Talk talk = scene();

            assertRefused(Refusal.FORBIDDEN, () -> talk.change(BOB, kind.change()));
            assertRefused(Refusal.FORBIDDEN, () -> talk.change(BOB, kind.change(), stale(talk)));
        }

        @ParameterizedTest
        @EnumSource
        void anotherRevisionIsStale(Kind kind) {
            Talk talk = scene();

            assertRefused(Refusal.STALE, () -> talk.change(ANNA, kind.change(), stale(talk)));
            assertRefused(Refusal.STALE, () -> talk.change(ANNA, kind.change(), OptionalLong.of(-1)));
        }

        @ParameterizedTest
        @EnumSource
        void theExpectedRevisionLetsTheChangeThrough(Kind kind) {
            Talk talk = scene();

            assertThat(talk.change(
                            ANNA, kind.change(), OptionalLong.of(talk.info().revision())))
                    .isEqualTo(kind == Kind.REOPEN ? UNCHANGED : CHANGED);
        }

        @Test
        void whoLeavesTwiceIsAPastMember() {
            Talk talk = scene();

            assertRefused(Refusal.PAST_MEMBER, () -> talk.leave(EVE));
        }

        @Test
        void whoNeverWasAMemberCannotLeave() {
            Talk talk = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> talk.leave(STRANGER));
        }

        @Test
        void whoLeavesAndTakesAnotherAlongManages() {
            Talk talk = scene();

            assertRefused(Refusal.FORBIDDEN, () -> talk.remove(BOB, BOB, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> talk.remove(BOB, CAROL));
        }

        @Test
        void aMemberWithoutTheRightMayLeaveOnlyAtTheExpectedRevision() {
            Talk talk = scene();

            assertRefused(
                    Refusal.STALE, () -> talk.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(talk)));
        }

        @Test
        void inADirectThreadForbiddenComesBeforeTheShape() {
            Talk talk = direct(ANNA, BOB);

            assertRefused(Refusal.FORBIDDEN, () -> talk.join(ANNA, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> talk.remove(ANNA, BOB));
        }

        @Test
        void staleComesBeforeTheShape() {
            Talk talk = direct(ANNA, BOB);

            assertRefused(
                    Refusal.STALE, () -> talk.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(talk)));
        }

        @Test
        void theShapeComesBeforeTheNumberOfMembers() {
            Talk talk = opening(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .talk();

            assertRefused(Refusal.WRONG_SHAPE, () -> talk.leave(BOB));
            assertRefused(Refusal.WRONG_SHAPE, () -> talk.remove(ANNA, BOB));
            assertRefused(
                    Refusal.WRONG_SHAPE,
                    () -> talk.change(ANNA, new ThreadChange.AddMembers(List.of(Talk.newcomer(CAROL)), 1)));
        }

        @Test
        void whatWouldDoNothingIsStillJudgedUpToTheShape() {
            Talk talk =
                    opening(ANNA).directWith(BOB).starterRights(Rights.MANAGER).talk();
            Talk group = scene();
            ThreadChange nobody = new ThreadChange.RemoveMembers(List.of(EVE));
            ThreadChange again = new ThreadChange.AddMembers(List.of(Talk.newcomer(BOB)), Talk.ROOMY);

            assertRefused(Refusal.WRONG_SHAPE, () -> talk.change(ANNA, nobody));
            assertRefused(Refusal.WRONG_SHAPE, () -> talk.change(ANNA, again));
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
        void whatWouldDoNothingIsNotJudgedByTheNumberOfMembers() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .talk();

            assertChangesNothing(UNCHANGED, () -> talk.remove(ANNA, EVE));
            assertChangesNothing(
                    UNCHANGED, () -> talk.change(ANNA, new ThreadChange.AddMembers(List.of(Talk.newcomer(BOB)), 1)));
        }

        @Test
        void tooFewAndTooManyMembersAreRefused() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .talk();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> talk.leave(BOB));
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> talk.remove(ANNA, ANNA, BOB));
            assertRefused(
                    Refusal.TOO_MANY_MEMBERS,
                    () -> talk.change(ANNA, new ThreadChange.AddMembers(List.of(Talk.newcomer(CAROL)), 2)));
        }
    }

    /** Each kind of change, by somebody about others. */
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
                            List.of(new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL)), Talk.ROOMY);
                case REMOVE -> new ThreadChange.RemoveMembers(List.of(DAVE));
            };
        }
    }
}
