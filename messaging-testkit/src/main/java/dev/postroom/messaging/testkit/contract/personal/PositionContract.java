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
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.box.BoxContract;
import dev.postroom.messaging.testkit.contract.thread.LogContract;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The positions of a mailbox: how each moves, that it moves no further and not the wrong way, that moving it again
 * changes nothing, and that it is nobody else's business.
 *
 * <p>Not asserted: whether a thread deleted and then only written to by oneself still counts as deleted. What boxes
 * make of the positions is in {@link BoxContract}, what others see of them in {@link ReceiptContract}, the log in
 * {@link LogContract}.
 */
public abstract class PositionContract extends StorageContract {

    /** For adapters to extend. */
    protected PositionContract() {}

    private TestThread five() {
        return fill(group(ANNA, BOB, CAROL));
    }

    private TestThread fill(TestThread testThread) {
        IntStream.range(0, 5).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    @ParameterizedTest
    @EnumSource
    void aMoveTouchesNothingButItsOwnRow(Move move) {
        TestThread testThread = five();
        testThread.read(BOB, 4);
        testThread.archive(BOB, 2);
        var before = testThread.facts();

        testThread.move(BOB, move, 3);

        var after = testThread.facts();
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
        TestThread testThread = five();
        testThread.read(BOB, 5);
        assertThat(testThread.move(BOB, move, 3)).isEqualTo(move == Move.READ_UP_TO ? UNCHANGED : CHANGED);

        assertChangesNothing(UNCHANGED, () -> testThread.move(BOB, move, 3));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void nothingMovesBeyondTheLastMessage(Move move) {
        TestThread testThread = five();

        assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(BOB, move, 6));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void inAnEmptyThreadNothingMoves(Move move) {
        TestThread testThread = group(ANNA, BOB);

        assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(BOB, move, 1));
        assertChangesNothing(UNCHANGED, () -> testThread.move(BOB, move, 0));
    }

    @Nested
    class Reading {

        @Test
        void movesThePositionAndTheReceipt() {
            TestThread testThread = five();

            assertThat(testThread.read(BOB, 3)).isEqualTo(CHANGED);

            assertThat(testThread.row(BOB).readSeq()).isEqualTo(3);
            assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);
            assertThat(testThread.summary(BOB).mine().readSeq()).isEqualTo(3);
        }

        @Test
        void neverMovesBack() {
            TestThread testThread = five();
            testThread.read(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> testThread.read(BOB, 2));
            assertChangesNothing(UNCHANGED, () -> testThread.read(BOB, 0));
        }

        @Test
        void mayPassOwnAndSystemMessages() {
            TestThread testThread = five();
            testThread.say(BOB);
            testThread.system(ANNA);

            assertThat(testThread.read(BOB, 7)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(7);
        }

        @Test
        void belowTheWindowChangesNothing() {
            TestThread testThread = five();
            testThread.join(ANNA, DAVE);

            assertChangesNothing(UNCHANGED, () -> testThread.read(DAVE, 3));
            assertChangesNothing(UNCHANGED, () -> testThread.read(DAVE, 5));
        }
    }

    @Nested
    class Unreading {

        @Test
        void movesThePositionToTheMessageBefore() {
            TestThread testThread = five();
            testThread.read(BOB, 5);

            assertThat(testThread.unreadFrom(BOB, 3)).isEqualTo(CHANGED);

            assertThat(testThread.row(BOB).readSeq()).isEqualTo(2);
        }

        @Test
        void neverMovesForward() {
            TestThread testThread = five();
            testThread.read(BOB, 2);

            assertChangesNothing(UNCHANGED, () -> testThread.unreadFrom(BOB, 3));
            assertChangesNothing(UNCHANGED, () -> testThread.unreadFrom(BOB, 5));
        }

        @Test
        void goesNotBelowTheWindowOfWhoJoined() {
            TestThread testThread = five();
            testThread.join(ANNA, DAVE);
            testThread.say(ANNA);
            testThread.say(ANNA);
            testThread.read(DAVE, 7);

            var rows = testThread.logOf(
                    () -> assertThat(testThread.unreadFrom(DAVE, 2)).isEqualTo(CHANGED));

            assertThat(testThread.row(DAVE).readSeq()).isEqualTo(5);
            assertThat(testThread.unread(DAVE)).isEqualTo(2);
            assertThat(rows).containsExactly(testThread.row(READ_MOVED, 5, DAVE, DAVE));
            assertChangesNothing(UNCHANGED, () -> testThread.unreadFrom(DAVE, 1));
        }

        @Test
        void goesNotBelowWhatWasDeleted() {
            TestThread testThread = five();
            testThread.delete(BOB, 3);
            testThread.read(BOB, 5);

            assertThat(testThread.unreadFrom(BOB, 1)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(3);
        }

        @Test
        void fromTheBeginningMeansEverything() {
            TestThread testThread = five();
            testThread.read(BOB, 5);

            assertThat(testThread.unreadFrom(BOB, 0)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).readSeq()).isZero();
        }

        @Test
        void reachesThePastOfWhoSeesAllOfIt() {
            TestThread testThread = five();
            testThread.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertThat(testThread.unreadFrom(DAVE, 4)).isEqualTo(CHANGED);
            assertThat(testThread.unread(DAVE)).isEqualTo(2);
        }
    }

    @Nested
    class Archiving {

        @Test
        void movesForwardOnly() {
            TestThread testThread = five();

            assertThat(testThread.archive(BOB, 3)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).archivedSeq()).isEqualTo(3);
            assertChangesNothing(UNCHANGED, () -> testThread.archive(BOB, 2));
            assertThat(testThread.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).archivedSeq()).isEqualTo(5);
        }

        @Test
        void isTakenBackAtOnce() {
            TestThread testThread = five();
            testThread.archive(BOB, 5);

            assertThat(testThread.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).archivedSeq()).isZero();
            assertChangesNothing(UNCHANGED, () -> testThread.unarchive(BOB));
            assertThat(testThread.archive(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void whatWasNeverArchivedIsNotTakenOut() {
            TestThread testThread = five();

            assertChangesNothing(UNCHANGED, () -> testThread.unarchive(BOB));
        }

        @Test
        void movesNoReadPosition() {
            TestThread testThread = five();
            testThread.archive(BOB, 5);

            assertThat(testThread.row(BOB).readSeq()).isZero();
            assertThat(testThread.row(BOB).fromSeq()).isZero();
        }
    }

    @Nested
    class Deleting {

        @Test
        void endsTheWindowAndReadsUpToThere() {
            TestThread testThread = five();

            assertThat(testThread.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = testThread.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isEqualTo(3);
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(testThread.seqs(BOB)).containsExactly(4L, 5L);
        }

        @Test
        void neverMovesBack() {
            TestThread testThread = five();
            testThread.delete(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> testThread.delete(BOB, 2));
            assertThat(testThread.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(testThread.row(BOB).fromSeq()).isEqualTo(4);
        }

        @Test
        void movesNoReadPositionBack() {
            TestThread testThread = five();
            testThread.read(BOB, 5);
            testThread.delete(BOB, 3);

            assertThat(testThread.row(BOB).readSeq()).isEqualTo(5);
        }

        @Test
        void keepsTheWindowWhereHistoryComesBack() {
            TestThread testThread = fill(opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .testThread());

            assertThat(testThread.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = testThread.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }

        @Test
        void takesNothingFromOthers() {
            TestThread testThread = five();
            testThread.delete(BOB, 5);

            assertThat(testThread.seqs(CAROL)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(testThread.unread(CAROL)).isEqualTo(5);
            assertThat(testThread.seqs(BOB)).isEmpty();
        }

        @Test
        void aDeletedThreadSaysSo() {
            TestThread testThread = five();
            testThread.delete(BOB, 5);

            assertThat(testThread.summary(BOB).mine().deleted()).isTrue();
            assertThat(testThread.summary(CAROL).mine().deleted()).isFalse();
            testThread.say(CAROL);
            assertThat(testThread.summary(BOB).mine().deleted()).isFalse();
        }
    }

    @Nested
    class PastMembers {

        private TestThread left() {
            TestThread testThread = five();
            testThread.leave(BOB);
            testThread.say(ANNA);
            return testThread;
        }

        @Test
        void moveTheirPositionsWithinTheirWindow() {
            TestThread testThread = left();

            assertThat(testThread.read(BOB, 5)).isEqualTo(CHANGED);
            assertThat(testThread.unreadFrom(BOB, 2)).isEqualTo(CHANGED);
            assertThat(testThread.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(testThread.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(testThread.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(testThread.seqs(BOB)).containsExactly(5L);
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void moveNothingBeyondTheirLastMessage(Move move) {
            TestThread testThread = left();

            assertRefused(Refusal.BEYOND_LAST, () -> testThread.move(BOB, move, 6));
        }

        @Test
        void mayDeleteAllTheySaw() {
            TestThread testThread = left();

            assertThat(testThread.delete(BOB, 5)).isEqualTo(CHANGED);
            assertThat(testThread.seqs(BOB)).isEmpty();
        }
    }
}
