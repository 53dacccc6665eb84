package dev.postroom.messaging.testkit.contract.personal;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the positions of a mailbox: each one moves only as far and in the direction that its operation allows, moving it
 * again changes nothing, and it is private to its party.
 *
 * <p>Not asserted: whether a deleted thread still counts as deleted after its reader alone wrote to it. {@code
 * BoxContract} tests the effect of positions on boxes, {@link ReceiptContract} what others see of them, {@code
 * LogContract} the log.
 */
public abstract class PositionContract extends StorageContract {

    /** For adapters to extend. */
    protected PositionContract() {}

    private ThreadClient five() {
        return fill(group(ANNA, BOB, CAROL));
    }

    private ThreadClient fill(ThreadClient thread) {
        IntStream.range(0, 5).forEach(number -> thread.say(ANNA));
        return thread;
    }

    @ParameterizedTest
    @EnumSource
    void aMoveTouchesNothingButItsOwnRow(Move move) {
        ThreadClient thread = five();
        thread.read(BOB, 4);
        thread.archive(BOB, 2);
        var before = thread.facts();

        thread.move(BOB, move, 3);

        var after = thread.facts();
        assertThat(after.messages()).isEqualTo(before.messages());
        assertThat(after.info()).isEqualTo(before.info());
        assertThat(after.members())
                .filteredOn(row -> !row.party().equals(BOB))
                .isEqualTo(before.members().stream()
                        .filter(row -> !row.party().equals(BOB))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void movingTwiceChangesNothing(Move move) {
        ThreadClient thread = five();
        thread.read(BOB, 5);
        assertThat(thread.move(BOB, move, 3)).isEqualTo(move == Move.READ_UP_TO ? UNCHANGED : CHANGED);

        assertChangesNothing(UNCHANGED, () -> thread.move(BOB, move, 3));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void nothingMovesBeyondTheLastMessage(Move move) {
        ThreadClient thread = five();

        assertRefused(Refusal.BEYOND_LAST, () -> thread.move(BOB, move, 6));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void inAnEmptyThreadNothingMoves(Move move) {
        ThreadClient thread = group(ANNA, BOB);

        assertRefused(Refusal.BEYOND_LAST, () -> thread.move(BOB, move, 1));
        assertChangesNothing(UNCHANGED, () -> thread.move(BOB, move, 0));
    }

    @Nested
    class Reading {

        @Test
        void movesThePositionAndTheReceipt() {
            ThreadClient thread = five();

            assertThat(thread.read(BOB, 3)).isEqualTo(CHANGED);

            assertThat(thread.row(BOB).readSeq()).isEqualTo(3);
            assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);
            assertThat(thread.summary(BOB).mine().readSeq()).isEqualTo(3);
        }

        @Test
        void neverMovesBack() {
            ThreadClient thread = five();
            thread.read(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> thread.read(BOB, 2));
            assertChangesNothing(UNCHANGED, () -> thread.read(BOB, 0));
        }

        @Test
        void mayPassOwnAndSystemMessages() {
            ThreadClient thread = five();
            thread.say(BOB);
            thread.system(ANNA);

            assertThat(thread.read(BOB, 7)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).readSeq()).isEqualTo(7);
        }

        @Test
        void belowTheWindowChangesNothing() {
            ThreadClient thread = five();
            thread.join(ANNA, DAVE);

            assertChangesNothing(UNCHANGED, () -> thread.read(DAVE, 3));
            assertChangesNothing(UNCHANGED, () -> thread.read(DAVE, 5));
        }
    }

    @Nested
    class Unreading {

        @Test
        void movesThePositionToTheMessageBefore() {
            ThreadClient thread = five();
            thread.read(BOB, 5);

            assertThat(thread.unreadFrom(BOB, 3)).isEqualTo(CHANGED);

            assertThat(thread.row(BOB).readSeq()).isEqualTo(2);
        }

        @Test
        void neverMovesForward() {
            ThreadClient thread = five();
            thread.read(BOB, 2);

            assertChangesNothing(UNCHANGED, () -> thread.unreadFrom(BOB, 3));
            assertChangesNothing(UNCHANGED, () -> thread.unreadFrom(BOB, 5));
        }

        @Test
        void doesNotGoBelowTheWindowOfAMemberWhoJoined() {
            ThreadClient thread = five();
            thread.join(ANNA, DAVE);
            thread.say(ANNA);
            thread.say(ANNA);
            thread.read(DAVE, 7);

            var rows =
                    thread.loggedBy(() -> assertThat(thread.unreadFrom(DAVE, 2)).isEqualTo(CHANGED));

            assertThat(thread.row(DAVE).readSeq()).isEqualTo(5);
            assertThat(thread.unread(DAVE)).isEqualTo(2);
            assertThat(rows).containsExactly(thread.row(READ_MOVED, 5, DAVE, DAVE));
            assertChangesNothing(UNCHANGED, () -> thread.unreadFrom(DAVE, 1));
        }

        @Test
        void doesNotGoBelowTheDeletedPart() {
            ThreadClient thread = five();
            thread.delete(BOB, 3);
            thread.read(BOB, 5);

            assertThat(thread.unreadFrom(BOB, 1)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).readSeq()).isEqualTo(3);
        }

        @Test
        void fromTheBeginningMeansEverything() {
            ThreadClient thread = five();
            thread.read(BOB, 5);

            assertThat(thread.unreadFrom(BOB, 0)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).readSeq()).isZero();
        }

        @Test
        void reachesEarlierMessagesForMembersWhoSeeThem() {
            ThreadClient thread = five();
            thread.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertThat(thread.unreadFrom(DAVE, 4)).isEqualTo(CHANGED);
            assertThat(thread.unread(DAVE)).isEqualTo(2);
        }
    }

    @Nested
    class Archiving {

        @Test
        void movesForwardOnly() {
            ThreadClient thread = five();

            assertThat(thread.archive(BOB, 3)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).archivedSeq()).isEqualTo(3);
            assertChangesNothing(UNCHANGED, () -> thread.archive(BOB, 2));
            assertThat(thread.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).archivedSeq()).isEqualTo(5);
        }

        @Test
        void isUndoneByOneCall() {
            ThreadClient thread = five();
            thread.archive(BOB, 5);

            assertThat(thread.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).archivedSeq()).isZero();
            assertChangesNothing(UNCHANGED, () -> thread.unarchive(BOB));
            assertThat(thread.archive(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void aThreadThatWasNeverArchivedIsNotTakenOut() {
            ThreadClient thread = five();

            assertChangesNothing(UNCHANGED, () -> thread.unarchive(BOB));
        }

        @Test
        void movesNoReadPosition() {
            ThreadClient thread = five();
            thread.archive(BOB, 5);

            assertThat(thread.row(BOB).readSeq()).isZero();
            assertThat(thread.row(BOB).fromSeq()).isZero();
        }
    }

    @Nested
    class Deleting {

        @Test
        void endsTheWindowAndReadsUpToThere() {
            ThreadClient thread = five();

            assertThat(thread.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = thread.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isEqualTo(3);
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(thread.seqs(BOB)).containsExactly(4L, 5L);
        }

        @Test
        void neverMovesBack() {
            ThreadClient thread = five();
            thread.delete(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> thread.delete(BOB, 2));
            assertThat(thread.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(thread.row(BOB).fromSeq()).isEqualTo(4);
        }

        @Test
        void movesNoReadPositionBack() {
            ThreadClient thread = five();
            thread.read(BOB, 5);
            thread.delete(BOB, 3);

            assertThat(thread.row(BOB).readSeq()).isEqualTo(5);
        }

        @Test
        void keepsTheWindowWhereHistoryComesBack() {
            ThreadClient thread = fill(newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .created());

            assertThat(thread.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = thread.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }

        @Test
        void takesNothingFromOthers() {
            ThreadClient thread = five();
            thread.delete(BOB, 5);

            assertThat(thread.seqs(CAROL)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(thread.unread(CAROL)).isEqualTo(5);
            assertThat(thread.seqs(BOB)).isEmpty();
        }

        @Test
        void aDeletedThreadSaysSo() {
            ThreadClient thread = five();
            thread.delete(BOB, 5);

            assertThat(thread.summary(BOB).mine().deleted()).isTrue();
            assertThat(thread.summary(CAROL).mine().deleted()).isFalse();
            thread.say(CAROL);
            assertThat(thread.summary(BOB).mine().deleted()).isFalse();
        }
    }

    @Nested
    class PastMembers {

        private ThreadClient left() {
            ThreadClient thread = five();
            thread.leave(BOB);
            thread.say(ANNA);
            return thread;
        }

        @Test
        void moveTheirPositionsWithinTheirWindow() {
            ThreadClient thread = left();

            assertThat(thread.read(BOB, 5)).isEqualTo(CHANGED);
            assertThat(thread.unreadFrom(BOB, 2)).isEqualTo(CHANGED);
            assertThat(thread.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(thread.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(thread.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(thread.seqs(BOB)).containsExactly(5L);
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void moveNothingBeyondTheirLastMessage(Move move) {
            ThreadClient thread = left();

            assertRefused(Refusal.BEYOND_LAST, () -> thread.move(BOB, move, 6));
        }

        @Test
        void mayDeleteAllTheySaw() {
            ThreadClient thread = left();

            assertThat(thread.delete(BOB, 5)).isEqualTo(CHANGED);
            assertThat(thread.seqs(BOB)).isEmpty();
        }
    }
}
