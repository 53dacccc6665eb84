package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is refused to who moves positions, stars, hides and deletes messages: each refusal alone, each two that can fail
 * together, and that a refused operation changes nothing.
 *
 * <p>Not asserted: guards that an operation does not name.
 */
public abstract class MailboxGuardContract extends StorageContract {

    /** For adapters to extend. */
    protected MailboxGuardContract() {}

    @Nested
    class Positions {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(Move move) {
            TestThread testThread = nowhere();

            assertRefused(Refusal.MISSING, () -> testThread.move(ANNA, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(Move move) {
            TestThread testThread = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> testThread.move(STRANGER, move, 1));
            assertRefused(Refusal.NOT_MEMBER, () -> testThread.move(STRANGER, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotViewIsForbidden(Move move) {
            TestThread testThread = scene();

            assertRefused(Refusal.FORBIDDEN, () -> testThread.move(CAROL, move, 1));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.move(CAROL, move, 99));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void nothingMovesBeyondTheLastMessage(Move move) {
            TestThread testThread = scene();

            assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(BOB, move, 3));
            assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(BOB, move, Long.MAX_VALUE));
            assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(EVE, move, 2));
        }

        @Test
        void takingOutOfTheArchiveIgnoresTheSeq() {
            TestThread testThread = scene();
            testThread.archive(BOB, 1);

            assertThat(testThread.move(BOB, Move.UNARCHIVE, 99)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Stars {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(StarKind kind) {
            TestThread testThread = nowhere();

            assertRefused(Refusal.MISSING, () -> kind.on(testThread, ANNA));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(StarKind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> kind.on(testThread, STRANGER));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotViewIsForbidden(StarKind kind) {
            TestThread testThread = scene();

            assertRefused(Refusal.FORBIDDEN, () -> kind.on(testThread, CAROL));
        }
    }

    /** What can be done to the star of a thread. */
    enum StarKind {
        SET,
        TAKE,
        CLEAR;

        private ChangeOutcome on(TestThread testThread, Party party) {
            return switch (this) {
                case SET -> testThread.starThread(party);
                case TAKE -> testThread.unstarThread(party);
                case CLEAR -> testThread.clearStars(party);
            };
        }
    }

    @Nested
    class Messages {

        @Test
        void whatDoesNotExistIsMissing() {
            TestThread testThread = scene();
            var messages = testTenant.storage().messages();
            var stars = testTenant.storage().stars();
            var nothing = testTenant.newMessageId();

            assertRefused(
                    Refusal.MISSING,
                    () -> messages.delete(testTenant.as(ANNA), nothing, stale(testThread), testTenant.now()));
            assertRefused(Refusal.MISSING, () -> messages.hide(testTenant.as(ANNA), nothing, testTenant.now()));
            assertRefused(
                    Refusal.MISSING, () -> stars.setMessage(testTenant.as(ANNA), nothing, true, testTenant.now()));
            assertRefused(
                    Refusal.MISSING, () -> stars.setMessage(testTenant.as(ANNA), nothing, false, testTenant.now()));
        }

        @Test
        void whatOneCannotSeeIsMissing() {
            TestThread testThread = scene();
            testThread.say(ANNA);
            testThread.join(ANNA, FRANK);

            for (Party party : List.of(STRANGER, CAROL, EVE, FRANK)) {
                assertRefused(Refusal.MISSING, () -> testThread.erase(party, 3));
                assertRefused(Refusal.MISSING, () -> testThread.erase(party, 3, stale(testThread)));
                assertRefused(Refusal.MISSING, () -> testThread.hide(party, 3));
                assertRefused(Refusal.MISSING, () -> testThread.star(party, 3));
                assertRefused(Refusal.MISSING, () -> testThread.unstar(party, 3));
            }
        }

        @Test
        void anInternalNoteIsMissingForOthers() {
            TestThread testThread =
                    opening(ANNA).starterRights(CHIEF).with(Rights.MANAGER, BOB).testThread();
            testThread.note(ANNA);

            assertRefused(Refusal.MISSING, () -> testThread.erase(BOB, 1));
            assertRefused(Refusal.MISSING, () -> testThread.hide(BOB, 1));
            assertRefused(Refusal.MISSING, () -> testThread.star(BOB, 1));
        }

        @Test
        void othersMessagesAreErasedByManagersAlone() {
            TestThread testThread = scene();

            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(BOB, 1, stale(testThread)));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(DAVE, 1));
            assertThat(testThread.erase(ANNA, 2)).isEqualTo(CHANGED);
        }

        @Test
        void aPastMemberErasesNothing() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(BOB);
            testThread.leave(BOB);

            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(BOB, 1, stale(testThread)));
        }

        @Test
        void anErasureAtAnotherRevisionIsStale() {
            TestThread testThread = scene();

            assertRefused(Refusal.STALE, () -> testThread.erase(ANNA, 1, stale(testThread)));
            assertRefused(Refusal.STALE, () -> testThread.erase(BOB, 2, stale(testThread)));
            assertThat(testThread.erase(
                            BOB, 2, OptionalLong.of(testThread.info().revision())))
                    .isEqualTo(CHANGED);
        }

        @Test
        void whatIsErasedAlreadyIsStillJudged() {
            TestThread testThread = scene();
            testThread.erase(ANNA, 1);

            assertRefused(Refusal.FORBIDDEN, () -> testThread.erase(BOB, 1));
            assertRefused(Refusal.STALE, () -> testThread.erase(ANNA, 1, stale(testThread)));
            assertRefused(Refusal.MISSING, () -> testThread.erase(STRANGER, 1));
            assertChangesNothing(UNCHANGED, () -> testThread.erase(ANNA, 1));
        }
    }
}
