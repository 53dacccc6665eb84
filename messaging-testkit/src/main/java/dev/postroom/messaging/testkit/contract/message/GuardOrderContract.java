package dev.postroom.messaging.testkit.contract.message;

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
import dev.postroom.messaging.testkit.contract.TestThread;
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
        @MethodSource("dev.postroom.messaging.testkit.contract.message.GuardOrderContract#faults")
        void ofAllFaultsOfAMessageTheFirstIsTheAnswer(Set<Fault> faults) {
            TestThread testThread = scene();
            Party author = faults.contains(Fault.NOT_MEMBER)
                    ? STRANGER
                    : faults.contains(Fault.PAST_MEMBER) ? EVE : faults.contains(Fault.FORBIDDEN) ? DAVE : BOB;
            if (faults.contains(Fault.CLOSED)) {
                testThread.close(ANNA);
            }
            TestThread target = faults.contains(Fault.MISSING) ? nowhere() : testThread;
            MessageDraft sending = target.by(author).key("k", "f");
            long revision = testThread.info().revision();
            sending.revision(faults.contains(Fault.STALE) ? revision + STALE_BY : revision);
            sending.seen(faults.contains(Fault.BEYOND_LAST) ? 3 : 0);
            if (faults.contains(Fault.QUOTED_MISSING)) {
                sending.quoting(3);
            }

            assertSendRefused(faults.iterator().next().refusal, sending::send);

            assertThat(testTenant.findKey(author, "k")).isEmpty();
        }

        @Test
        void anInternalNoteNeedsTheRightToSeeIt() {
            TestThread testThread = scene();

            assertSendRefused(
                    Refusal.FORBIDDEN, () -> testThread.by(BOB).internal().send());
            testThread.close(ANNA);
            assertSendRefused(
                    Refusal.FORBIDDEN, () -> testThread.by(BOB).internal().send());
        }

        @Test
        void anInternalNoteNeedsTheRightToWriteToo() {
            TestThread testThread = opening(ANNA)
                    .with(Rights.of(Right.VIEW, Right.INTERNAL), BOB)
                    .testThread();

            assertSendRefused(
                    Refusal.FORBIDDEN, () -> testThread.by(BOB).internal().send());
        }

        @Test
        void whoMayNotViewMayWriteButNotQuote() {
            TestThread testThread = scene();

            assertSendRefused(
                    Refusal.QUOTED_MISSING,
                    () -> testThread.by(CAROL).quoting(1).send());
            assertThat(testThread.say(CAROL).position()).isEqualTo(testThread.at(3));
        }

        @Test
        void theExpectedRevisionLetsTheMessageThrough() {
            TestThread testThread = scene();

            assertThat(testThread
                            .by(BOB)
                            .revision(testThread.info().revision())
                            .stored()
                            .position())
                    .isEqualTo(testThread.at(3));
        }
    }

    @Nested
    class Change {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(Kind kind) {
            TestThread testThread = nowhere();

            assertRefused(Refusal.MISSING, () -> testThread.change(ANNA, kind.change(), OptionalLong.of(STALE_BY)));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(Kind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> testThread.change(STRANGER, kind.change()));
            assertRefused(Refusal.NOT_MEMBER, () -> testThread.change(STRANGER, kind.change(), stale(testThread)));
        }

        @ParameterizedTest
        @EnumSource
        void aPastMemberIsToldSo(Kind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.PAST_MEMBER, () -> testThread.change(EVE, kind.change()));
            assertRefused(Refusal.PAST_MEMBER, () -> testThread.change(EVE, kind.change(), stale(testThread)));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotManageIsForbidden(Kind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.FORBIDDEN, () -> testThread.change(BOB, kind.change()));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.change(BOB, kind.change(), stale(testThread)));
        }

        @ParameterizedTest
        @EnumSource
        void anotherRevisionIsStale(Kind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.STALE, () -> testThread.change(ANNA, kind.change(), stale(testThread)));
            assertRefused(Refusal.STALE, () -> testThread.change(ANNA, kind.change(), OptionalLong.of(-1)));
        }

        @ParameterizedTest
        @EnumSource
        void theExpectedRevisionLetsTheChangeThrough(Kind kind) {
            TestThread testThread = scene();

            assertThat(testThread.change(
                            ANNA,
                            kind.change(),
                            OptionalLong.of(testThread.info().revision())))
                    .isEqualTo(kind == Kind.REOPEN ? UNCHANGED : CHANGED);
        }

        @Test
        void whoLeavesTwiceIsAPastMember() {
            TestThread testThread = scene();

            assertRefused(Refusal.PAST_MEMBER, () -> testThread.leave(EVE));
        }

        @Test
        void whoNeverWasAMemberCannotLeave() {
            TestThread testThread = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> testThread.leave(STRANGER));
        }

        @Test
        void whoLeavesAndTakesAnotherAlongManages() {
            TestThread testThread = scene();

            assertRefused(Refusal.FORBIDDEN, () -> testThread.remove(BOB, BOB, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.remove(BOB, CAROL));
        }

        @Test
        void aMemberWithoutTheRightMayLeaveOnlyAtTheExpectedRevision() {
            TestThread testThread = scene();

            assertRefused(
                    Refusal.STALE,
                    () -> testThread.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(testThread)));
        }

        @Test
        void inADirectThreadForbiddenComesBeforeTheShape() {
            TestThread testThread = direct(ANNA, BOB);

            assertRefused(Refusal.FORBIDDEN, () -> testThread.join(ANNA, CAROL));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.remove(ANNA, BOB));
        }

        @Test
        void staleComesBeforeTheShape() {
            TestThread testThread = direct(ANNA, BOB);

            assertRefused(
                    Refusal.STALE,
                    () -> testThread.change(BOB, new ThreadChange.RemoveMembers(List.of(BOB)), stale(testThread)));
        }

        @Test
        void theShapeComesBeforeTheNumberOfMembers() {
            TestThread testThread = opening(ANNA)
                    .directWith(BOB)
                    .starterRights(Rights.MANAGER)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .testThread();

            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.leave(BOB));
            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.remove(ANNA, BOB));
            assertRefused(
                    Refusal.WRONG_SHAPE,
                    () -> testThread.change(ANNA, new ThreadChange.AddMembers(List.of(TestThread.newcomer(CAROL)), 1)));
        }

        @Test
        void whatWouldDoNothingIsStillJudgedUpToTheShape() {
            TestThread testThread =
                    opening(ANNA).directWith(BOB).starterRights(Rights.MANAGER).testThread();
            TestThread group = scene();
            ThreadChange nobody = new ThreadChange.RemoveMembers(List.of(EVE));
            ThreadChange again = new ThreadChange.AddMembers(List.of(TestThread.newcomer(BOB)), TestThread.ROOMY);

            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.change(ANNA, nobody));
            assertRefused(Refusal.WRONG_SHAPE, () -> testThread.change(ANNA, again));
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
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .testThread();

            assertChangesNothing(UNCHANGED, () -> testThread.remove(ANNA, EVE));
            assertChangesNothing(
                    UNCHANGED,
                    () -> testThread.change(ANNA, new ThreadChange.AddMembers(List.of(TestThread.newcomer(BOB)), 1)));
        }

        @Test
        void tooFewAndTooManyMembersAreRefused() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.minimumMembers(2))
                    .testThread();

            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> testThread.leave(BOB));
            assertRefused(Refusal.TOO_FEW_MEMBERS, () -> testThread.remove(ANNA, ANNA, BOB));
            assertRefused(
                    Refusal.TOO_MANY_MEMBERS,
                    () -> testThread.change(ANNA, new ThreadChange.AddMembers(List.of(TestThread.newcomer(CAROL)), 2)));
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
                            List.of(new NewMember(FRANK, Rights.MEMBER, NewMember.History.FULL)), TestThread.ROOMY);
                case REMOVE -> new ThreadChange.RemoveMembers(List.of(DAVE));
            };
        }
    }
}
