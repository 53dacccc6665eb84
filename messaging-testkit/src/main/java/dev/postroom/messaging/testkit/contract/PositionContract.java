package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
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

    private Talk five() {
        return fill(group(ANNA, BOB, CAROL));
    }

    private Talk fill(Talk talk) {
        IntStream.range(0, 5).forEach(number -> talk.say(ANNA));
        return talk;
    }

    @ParameterizedTest
    @EnumSource
    void aMoveTouchesNothingButItsOwnRow(Move move) {
        Talk talk = five();
        talk.read(BOB, 4);
        talk.archive(BOB, 2);
        var before = talk.facts();

        talk.move(BOB, move, 3);

        var after = talk.facts();
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
        Talk talk = five();
        talk.read(BOB, 5);
        assertThat(talk.move(BOB, move, 3)).isEqualTo(move == Move.READ_UP_TO ? UNCHANGED : CHANGED);

        assertChangesNothing(UNCHANGED, () -> talk.move(BOB, move, 3));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void nothingMovesBeyondTheLastMessage(Move move) {
        Talk talk = five();

        assertRefused(Refusal.BEYOND_LAST, () -> talk.move(BOB, move, 6));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
    void inAnEmptyThreadNothingMoves(Move move) {
        Talk talk = group(ANNA, BOB);

        assertRefused(Refusal.BEYOND_LAST, () -> talk.move(BOB, move, 1));
        assertChangesNothing(UNCHANGED, () -> talk.move(BOB, move, 0));
    }

    @Nested
    class Reading {

        @Test
        void movesThePositionAndTheReceipt() {
            Talk talk = five();

            assertThat(talk.read(BOB, 3)).isEqualTo(CHANGED);

            assertThat(talk.row(BOB).readSeq()).isEqualTo(3);
            assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);
            assertThat(talk.summary(BOB).mine().readSeq()).isEqualTo(3);
        }

        @Test
        void neverMovesBack() {
            Talk talk = five();
            talk.read(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> talk.read(BOB, 2));
            assertChangesNothing(UNCHANGED, () -> talk.read(BOB, 0));
        }

        @Test
        void mayPassOwnAndSystemMessages() {
            Talk talk = five();
            talk.say(BOB);
            talk.system(ANNA);

            assertThat(talk.read(BOB, 7)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).readSeq()).isEqualTo(7);
        }

        @Test
        void belowTheWindowChangesNothing() {
            Talk talk = five();
            talk.join(ANNA, DAVE);

            assertChangesNothing(UNCHANGED, () -> talk.read(DAVE, 3));
            assertChangesNothing(UNCHANGED, () -> talk.read(DAVE, 5));
        }
    }

    @Nested
    class Unreading {

        @Test
        void movesThePositionToTheMessageBefore() {
            Talk talk = five();
            talk.read(BOB, 5);

            assertThat(talk.unreadFrom(BOB, 3)).isEqualTo(CHANGED);

            assertThat(talk.row(BOB).readSeq()).isEqualTo(2);
        }

        @Test
        void neverMovesForward() {
            Talk talk = five();
            talk.read(BOB, 2);

            assertChangesNothing(UNCHANGED, () -> talk.unreadFrom(BOB, 3));
            assertChangesNothing(UNCHANGED, () -> talk.unreadFrom(BOB, 5));
        }

        @Test
        void goesNotBelowTheWindowOfWhoJoined() {
            Talk talk = five();
            talk.join(ANNA, DAVE);
            talk.say(ANNA);
            talk.say(ANNA);
            talk.read(DAVE, 7);

            var rows = talk.logOf(() -> assertThat(talk.unreadFrom(DAVE, 2)).isEqualTo(CHANGED));

            assertThat(talk.row(DAVE).readSeq()).isEqualTo(5);
            assertThat(talk.unread(DAVE)).isEqualTo(2);
            assertThat(rows).containsExactly(talk.row(READ_MOVED, 5, DAVE, DAVE));
            assertChangesNothing(UNCHANGED, () -> talk.unreadFrom(DAVE, 1));
        }

        @Test
        void goesNotBelowWhatWasDeleted() {
            Talk talk = five();
            talk.delete(BOB, 3);
            talk.read(BOB, 5);

            assertThat(talk.unreadFrom(BOB, 1)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).readSeq()).isEqualTo(3);
        }

        @Test
        void fromTheBeginningMeansEverything() {
            Talk talk = five();
            talk.read(BOB, 5);

            assertThat(talk.unreadFrom(BOB, 0)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).readSeq()).isZero();
        }

        @Test
        void reachesThePastOfWhoSeesAllOfIt() {
            Talk talk = five();
            talk.join(ANNA, new NewMember(DAVE, Rights.MEMBER, NewMember.History.FULL));

            assertThat(talk.unreadFrom(DAVE, 4)).isEqualTo(CHANGED);
            assertThat(talk.unread(DAVE)).isEqualTo(2);
        }
    }

    @Nested
    class Archiving {

        @Test
        void movesForwardOnly() {
            Talk talk = five();

            assertThat(talk.archive(BOB, 3)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).archivedSeq()).isEqualTo(3);
            assertChangesNothing(UNCHANGED, () -> talk.archive(BOB, 2));
            assertThat(talk.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).archivedSeq()).isEqualTo(5);
        }

        @Test
        void isTakenBackAtOnce() {
            Talk talk = five();
            talk.archive(BOB, 5);

            assertThat(talk.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).archivedSeq()).isZero();
            assertChangesNothing(UNCHANGED, () -> talk.unarchive(BOB));
            assertThat(talk.archive(BOB, 2)).isEqualTo(CHANGED);
        }

        @Test
        void whatWasNeverArchivedIsNotTakenOut() {
            Talk talk = five();

            assertChangesNothing(UNCHANGED, () -> talk.unarchive(BOB));
        }

        @Test
        void movesNoReadPosition() {
            Talk talk = five();
            talk.archive(BOB, 5);

            assertThat(talk.row(BOB).readSeq()).isZero();
            assertThat(talk.row(BOB).fromSeq()).isZero();
        }
    }

    @Nested
    class Deleting {

        @Test
        void endsTheWindowAndReadsUpToThere() {
            Talk talk = five();

            assertThat(talk.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = talk.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isEqualTo(3);
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(talk.seqs(BOB)).containsExactly(4L, 5L);
        }

        @Test
        void neverMovesBack() {
            Talk talk = five();
            talk.delete(BOB, 3);

            assertChangesNothing(UNCHANGED, () -> talk.delete(BOB, 2));
            assertThat(talk.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(talk.row(BOB).fromSeq()).isEqualTo(4);
        }

        @Test
        void movesNoReadPositionBack() {
            Talk talk = five();
            talk.read(BOB, 5);
            talk.delete(BOB, 3);

            assertThat(talk.row(BOB).readSeq()).isEqualTo(5);
        }

        @Test
        void keepsTheWindowWhereHistoryComesBack() {
            Talk talk = fill(opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .talk());

            assertThat(talk.delete(BOB, 3)).isEqualTo(CHANGED);

            MemberFact bob = talk.row(BOB);
            assertThat(bob.deletedSeq()).isEqualTo(3);
            assertThat(bob.fromSeq()).isZero();
            assertThat(bob.readSeq()).isEqualTo(3);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }

        @Test
        void takesNothingFromOthers() {
            Talk talk = five();
            talk.delete(BOB, 5);

            assertThat(talk.seqs(CAROL)).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(talk.unread(CAROL)).isEqualTo(5);
            assertThat(talk.seqs(BOB)).isEmpty();
        }

        @Test
        void aDeletedThreadSaysSo() {
            Talk talk = five();
            talk.delete(BOB, 5);

            assertThat(talk.summary(BOB).mine().deleted()).isTrue();
            assertThat(talk.summary(CAROL).mine().deleted()).isFalse();
            talk.say(CAROL);
            assertThat(talk.summary(BOB).mine().deleted()).isFalse();
        }
    }

    @Nested
    class PastMembers {

        private Talk left() {
            Talk talk = five();
            talk.leave(BOB);
            talk.say(ANNA);
            return talk;
        }

        @Test
        void moveTheirPositionsWithinTheirWindow() {
            Talk talk = left();

            assertThat(talk.read(BOB, 5)).isEqualTo(CHANGED);
            assertThat(talk.unreadFrom(BOB, 2)).isEqualTo(CHANGED);
            assertThat(talk.archive(BOB, 5)).isEqualTo(CHANGED);
            assertThat(talk.unarchive(BOB)).isEqualTo(CHANGED);
            assertThat(talk.delete(BOB, 4)).isEqualTo(CHANGED);
            assertThat(talk.seqs(BOB)).containsExactly(5L);
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNARCHIVE")
        void moveNothingBeyondTheirLastMessage(Move move) {
            Talk talk = left();

            assertRefused(Refusal.BEYOND_LAST, () -> talk.move(BOB, move, 6));
        }

        @Test
        void mayDeleteAllTheySaw() {
            Talk talk = left();

            assertThat(talk.delete(BOB, 5)).isEqualTo(CHANGED);
            assertThat(talk.seqs(BOB)).isEmpty();
        }
    }
}
