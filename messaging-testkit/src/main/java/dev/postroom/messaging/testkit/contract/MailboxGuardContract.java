package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
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
            Talk talk = nowhere();

            assertRefused(Refusal.MISSING, () -> talk.move(ANNA, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(Move move) {
            Talk talk = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> talk.move(STRANGER, move, 1));
            assertRefused(Refusal.NOT_MEMBER, () -> talk.move(STRANGER, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotViewIsForbidden(Move move) {
            Talk talk = scene();

            assertRefused(Refusal.FORBIDDEN, () -> talk.move(CAROL, move, 1));
            assertRefused(Refusal.FORBIDDEN, () -> talk.move(CAROL, move, 99));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void nothingMovesBeyondTheLastMessage(Move move) {
            Talk talk = scene();

            assertRefused(Refusal.BEYOND_LAST, () -> talk.move(BOB, move, 3));
            assertRefused(Refusal.BEYOND_LAST, () -> talk.move(BOB, move, Long.MAX_VALUE));
            assertRefused(Refusal.BEYOND_LAST, () -> talk.move(EVE, move, 2));
        }

        @Test
        void takingOutOfTheArchiveIgnoresTheSeq() {
            Talk talk = scene();
            talk.archive(BOB, 1);

            assertThat(talk.move(BOB, Move.UNARCHIVE, 99)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Stars {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(StarKind kind) {
            Talk talk = nowhere();

            assertRefused(Refusal.MISSING, () -> kind.on(talk, ANNA));
        }

        @ParameterizedTest
        @EnumSource
        void whoNeverWasAMemberIsToldSo(StarKind kind) {
            Talk talk = scene();

            assertRefused(Refusal.NOT_MEMBER, () -> kind.on(talk, STRANGER));
        }

        @ParameterizedTest
        @EnumSource
        void whoMayNotViewIsForbidden(StarKind kind) {
            Talk talk = scene();

            assertRefused(Refusal.FORBIDDEN, () -> kind.on(talk, CAROL));
        }
    }

    /** What can be done to the star of a thread. */
    enum StarKind {
        SET,
        TAKE,
        CLEAR;

        private ChangeOutcome on(Talk talk, Party party) {
            return switch (this) {
                case SET -> talk.starThread(party);
                case TAKE -> talk.unstarThread(party);
                case CLEAR -> talk.clearStars(party);
            };
        }
    }

    @Nested
    class Messages {

        @Test
        void whatDoesNotExistIsMissing() {
            Talk talk = scene();
            var messages = world.storage().messages();
            var stars = world.storage().stars();
            var nothing = world.newMessageId();

            assertRefused(Refusal.MISSING, () -> messages.delete(world.as(ANNA), nothing, stale(talk), world.now()));
            assertRefused(Refusal.MISSING, () -> messages.hide(world.as(ANNA), nothing, world.now()));
            assertRefused(Refusal.MISSING, () -> stars.setMessage(world.as(ANNA), nothing, true, world.now()));
            assertRefused(Refusal.MISSING, () -> stars.setMessage(world.as(ANNA), nothing, false, world.now()));
        }

        @Test
        void whatOneCannotSeeIsMissing() {
            Talk talk = scene();
            talk.say(ANNA);
            talk.join(ANNA, FRANK);

            for (Party party : List.of(STRANGER, CAROL, EVE, FRANK)) {
                assertRefused(Refusal.MISSING, () -> talk.erase(party, 3));
                assertRefused(Refusal.MISSING, () -> talk.erase(party, 3, stale(talk)));
                assertRefused(Refusal.MISSING, () -> talk.hide(party, 3));
                assertRefused(Refusal.MISSING, () -> talk.star(party, 3));
                assertRefused(Refusal.MISSING, () -> talk.unstar(party, 3));
            }
        }

        @Test
        void anInternalNoteIsMissingForOthers() {
            Talk talk =
                    opening(ANNA).starterRights(CHIEF).with(Rights.MANAGER, BOB).talk();
            talk.note(ANNA);

            assertRefused(Refusal.MISSING, () -> talk.erase(BOB, 1));
            assertRefused(Refusal.MISSING, () -> talk.hide(BOB, 1));
            assertRefused(Refusal.MISSING, () -> talk.star(BOB, 1));
        }

        @Test
        void othersMessagesAreErasedByManagersAlone() {
            Talk talk = scene();

            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(BOB, 1, stale(talk)));
            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(DAVE, 1));
            assertThat(talk.erase(ANNA, 2)).isEqualTo(CHANGED);
        }

        @Test
        void aPastMemberErasesNothing() {
            Talk talk = group(ANNA, BOB);
            talk.say(BOB);
            talk.leave(BOB);

            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(BOB, 1, stale(talk)));
        }

        @Test
        void anErasureAtAnotherRevisionIsStale() {
            Talk talk = scene();

            assertRefused(Refusal.STALE, () -> talk.erase(ANNA, 1, stale(talk)));
            assertRefused(Refusal.STALE, () -> talk.erase(BOB, 2, stale(talk)));
            assertThat(talk.erase(BOB, 2, OptionalLong.of(talk.info().revision())))
                    .isEqualTo(CHANGED);
        }

        @Test
        void whatIsErasedAlreadyIsStillJudged() {
            Talk talk = scene();
            talk.erase(ANNA, 1);

            assertRefused(Refusal.FORBIDDEN, () -> talk.erase(BOB, 1));
            assertRefused(Refusal.STALE, () -> talk.erase(ANNA, 1, stale(talk)));
            assertRefused(Refusal.MISSING, () -> talk.erase(STRANGER, 1));
            assertChangesNothing(UNCHANGED, () -> talk.erase(ANNA, 1));
        }
    }
}
