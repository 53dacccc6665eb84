package dev.postroom.messaging.testkit.contract.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests which operations on positions, stars and messages are refused: each refusal alone, and each two that can fail
 * together. It also tests that a refused operation changes nothing.
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
            ThreadClient thread = missingThread();

            assertRefused(Refusal.MISSING, () -> thread.move(ANNA, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void aStrangerIsRefusedAsNoMember(Move move) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.NOT_MEMBER, () -> thread.move(STRANGER, move, 1));
            assertRefused(Refusal.NOT_MEMBER, () -> thread.move(STRANGER, move, 99));
        }

        @ParameterizedTest
        @EnumSource
        void aMemberWithoutViewIsForbidden(Move move) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.FORBIDDEN, () -> thread.move(CAROL, move, 1));
            assertRefused(Refusal.FORBIDDEN, () -> thread.move(CAROL, move, 99));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void nothingMovesBeyondTheLastMessage(Move move) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.BEYOND_LAST, () -> thread.move(BOB, move, 3));
            assertRefused(Refusal.BEYOND_LAST, () -> thread.move(BOB, move, Long.MAX_VALUE));
            assertRefused(Refusal.BEYOND_LAST, () -> thread.move(EVE, move, 2));
        }

        @Test
        void takingOutOfTheArchiveIgnoresTheSeq() {
            ThreadClient thread = threadWithAllKindsOfMembers();
            thread.archive(BOB, 1);

            assertThat(thread.move(BOB, Move.UNARCHIVE, 99)).isEqualTo(CHANGED);
        }
    }

    @Nested
    class Stars {

        @ParameterizedTest
        @EnumSource
        void aMissingThreadIsMissing(StarKind kind) {
            ThreadClient thread = missingThread();

            assertRefused(Refusal.MISSING, () -> kind.on(thread, ANNA));
        }

        @ParameterizedTest
        @EnumSource
        void aStrangerIsRefusedAsNoMember(StarKind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.NOT_MEMBER, () -> kind.on(thread, STRANGER));
        }

        @ParameterizedTest
        @EnumSource
        void aMemberWithoutViewIsForbidden(StarKind kind) {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.FORBIDDEN, () -> kind.on(thread, CAROL));
        }
    }

    /** The operations on the star of a thread. */
    enum StarKind {
        SET,
        TAKE,
        CLEAR;

        private ChangeOutcome on(ThreadClient thread, Party party) {
            return switch (this) {
                case SET -> thread.starThread(party);
                case TAKE -> thread.unstarThread(party);
                case CLEAR -> thread.clearStars(party);
            };
        }
    }

    @Nested
    class Messages {

        @Test
        void aNonexistentMessageIsMissing() {
            ThreadClient thread = threadWithAllKindsOfMembers();
            var messages = client.storage().messages();
            var stars = client.storage().stars();
            var nothing = client.newMessageId();

            assertRefused(
                    Refusal.MISSING, () -> messages.delete(client.as(ANNA), nothing, stale(thread), client.now()));
            assertRefused(Refusal.MISSING, () -> messages.hide(client.as(ANNA), nothing, client.now()));
            assertRefused(Refusal.MISSING, () -> stars.setMessage(client.as(ANNA), nothing, true, client.now()));
            assertRefused(Refusal.MISSING, () -> stars.setMessage(client.as(ANNA), nothing, false, client.now()));
        }

        @Test
        void anInvisibleMessageIsMissing() {
            ThreadClient thread = threadWithAllKindsOfMembers();
            thread.say(ANNA);
            thread.join(ANNA, FRANK);

            for (Party party : List.of(STRANGER, CAROL, EVE, FRANK)) {
                assertRefused(Refusal.MISSING, () -> thread.erase(party, 3));
                assertRefused(Refusal.MISSING, () -> thread.erase(party, 3, stale(thread)));
                assertRefused(Refusal.MISSING, () -> thread.hide(party, 3));
                assertRefused(Refusal.MISSING, () -> thread.star(party, 3));
                assertRefused(Refusal.MISSING, () -> thread.unstar(party, 3));
            }
        }

        @Test
        void anInternalNoteIsMissingForOthers() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(Rights.MANAGER, BOB)
                    .created();
            thread.note(ANNA);

            assertRefused(Refusal.MISSING, () -> thread.erase(BOB, 1));
            assertRefused(Refusal.MISSING, () -> thread.hide(BOB, 1));
            assertRefused(Refusal.MISSING, () -> thread.star(BOB, 1));
        }

        @Test
        void othersMessagesAreErasedByManagersAlone() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(BOB, 1, stale(thread)));
            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(DAVE, 1));
            assertThat(thread.erase(ANNA, 2)).isEqualTo(CHANGED);
        }

        @Test
        void aPastMemberErasesNothing() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(BOB);
            thread.leave(BOB);

            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(BOB, 1));
            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(BOB, 1, stale(thread)));
        }

        @Test
        void anErasureAtAnotherRevisionIsStale() {
            ThreadClient thread = threadWithAllKindsOfMembers();

            assertRefused(Refusal.STALE, () -> thread.erase(ANNA, 1, stale(thread)));
            assertRefused(Refusal.STALE, () -> thread.erase(BOB, 2, stale(thread)));
            assertThat(thread.erase(BOB, 2, OptionalLong.of(thread.info().revision())))
                    .isEqualTo(CHANGED);
        }

        @Test
        void theGuardsApplyToAnAlreadyDeletedMessage() {
            ThreadClient thread = threadWithAllKindsOfMembers();
            thread.erase(ANNA, 1);

            assertRefused(Refusal.FORBIDDEN, () -> thread.erase(BOB, 1));
            assertRefused(Refusal.STALE, () -> thread.erase(ANNA, 1, stale(thread)));
            assertRefused(Refusal.MISSING, () -> thread.erase(STRANGER, 1));
            assertChangesNothing(UNCHANGED, () -> thread.erase(ANNA, 1));
        }
    }
}
