package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.UnreadTotals;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What is unread, thread by thread and in all: the messages of others for everyone, and internal notes with the
 * right, in the reader's window, above the read position, neither deleted for everyone nor hidden.
 *
 * <p>Not asserted here: those who come and go, and totals, which are in {@link UnreadTotalsContract}. Long sequences
 * are in {@link RandomWalkContract}.
 */
public abstract class UnreadContract extends StorageContract {

    /** For adapters to extend. */
    protected UnreadContract() {}

    /** A group in which Anna wrote five messages. */
    private Talk fiveOf(Party... members) {
        Talk talk = group(members);
        IntStream.range(0, 5).forEach(number -> talk.say(ANNA));
        return talk;
    }

    private void assertUnread(Talk talk, Party party, long expected) {
        assertThat(talk.unread(party)).as("listed").isEqualTo(expected);
        assertThat(talk.row(party).unread()).as("inspected").isEqualTo(expected);
        assertThat(world.unread(party).messages()).as("in all").isEqualTo(expected);
        assertThat(talk.messages(party).stream()
                        .filter(view -> !view.read() && view.message().kind().countable())
                        .filter(view -> !view.message().deleted()))
                .as("one by one")
                .hasSize((int) expected);
    }

    @Nested
    class ReadingAndWriting {

        @Test
        void othersMessagesAreUnreadAndOwnOnesAreNot() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.say(BOB);

            assertUnread(talk, BOB, 5);
            assertUnread(talk, ANNA, 1);
        }

        @Test
        void whatWasReadIsNotUnread() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 3);

            assertUnread(talk, BOB, 2);
            talk.read(BOB, 5);
            assertUnread(talk, BOB, 0);
        }

        @Test
        void whatArrivesLaterIsUnread() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 5);
            talk.say(ANNA);

            assertUnread(talk, BOB, 1);
        }

        @Test
        void ownMessagesBetweenThoseOfOthersAreNotCounted() {
            Talk talk = group(ANNA, BOB, CAROL);
            talk.say(ANNA);
            talk.say(BOB);
            talk.say(CAROL);
            talk.say(BOB);
            talk.say(ANNA);

            assertUnread(talk, BOB, 3);
            talk.read(BOB, 2);
            assertUnread(talk, BOB, 2);
            talk.unreadFrom(BOB, 2);
            assertUnread(talk, BOB, 2);
            talk.unreadFrom(BOB, 1);
            assertUnread(talk, BOB, 3);
        }

        @Test
        void messagesMayBeUnreadAgain() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 5);
            talk.unreadFrom(BOB, 4);

            assertUnread(talk, BOB, 2);
            talk.unreadFrom(BOB, 1);
            assertUnread(talk, BOB, 5);
        }

        @Test
        void systemMessagesAreNeverUnread() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.system(ANNA);
            talk.system(ANNA);
            talk.read(BOB, 2);

            assertUnread(talk, BOB, 3);
            talk.read(BOB, 6);
            assertUnread(talk, BOB, 0);
        }

        @Test
        void aThreadWithOneselfIsNeverUnread() {
            Talk talk = direct(ANNA, ANNA);
            talk.say(ANNA);

            assertUnread(talk, ANNA, 0);
        }

        @Test
        void whoMayNotViewHasNothingUnread() {
            Talk talk = opening(ANNA).with(WRITER, BOB).says("hello").talk();

            assertThat(talk.row(BOB).unread()).isZero();
            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void archivingReadsNothing() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.archive(BOB, 5);

            assertThat(talk.unread(BOB)).isEqualTo(5);
            assertThat(world.unread(BOB)).isEqualTo(new UnreadTotals(0, 0, true));
        }

        @Test
        void deletingTheThreadReadsWhatWasDeleted() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.delete(BOB, 3);

            assertUnread(talk, BOB, 2);
        }

        @Test
        void deletingTheThreadReadsWhatWasDeletedAlsoWhereItsHistoryComesBack() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .talk();
            talk.say(ANNA);
            talk.say(ANNA);
            talk.delete(BOB, 2);
            talk.say(ANNA);

            assertUnread(talk, BOB, 1);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L, 3L);
        }
    }

    @Nested
    class DeletedAndHidden {

        @Test
        void whatWasDeletedForEveryoneIsNotUnread() {
            Talk talk = fiveOf(ANNA, BOB, CAROL);
            talk.erase(ANNA, 2);

            assertUnread(talk, BOB, 4);
            assertUnread(talk, CAROL, 4);
            talk.read(BOB, 1);
            assertUnread(talk, BOB, 3);
            talk.read(BOB, 2);
            assertUnread(talk, BOB, 3);
        }

        @Test
        void deletingWhatWasReadChangesNoCount() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 3);
            talk.erase(ANNA, 2);

            assertUnread(talk, BOB, 2);
            talk.unreadFrom(BOB, 1);
            assertUnread(talk, BOB, 4);
        }

        @Test
        void deletingOnesOwnMessageChangesNoOwnCount() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.say(BOB);
            talk.erase(BOB, 6);

            assertUnread(talk, BOB, 5);
            assertUnread(talk, ANNA, 0);
        }

        @Test
        void whatWasHiddenIsNotUnreadForWhoHidIt() {
            Talk talk = fiveOf(ANNA, BOB, CAROL);
            talk.hide(BOB, 2);

            assertUnread(talk, BOB, 4);
            assertUnread(talk, CAROL, 5);
            talk.read(BOB, 3);
            assertUnread(talk, BOB, 2);
            talk.unreadFrom(BOB, 2);
            assertUnread(talk, BOB, 3);
        }

        @Test
        void hidingOnesOwnMessageChangesNoCount() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.say(BOB);
            talk.hide(BOB, 6);

            assertUnread(talk, BOB, 5);
            assertUnread(talk, ANNA, 1);
        }

        @Test
        void hiddenAndThenDeletedIsSubtractedOnce() {
            Talk talk = fiveOf(ANNA, BOB, CAROL);
            talk.hide(BOB, 2);
            talk.erase(ANNA, 2);

            assertUnread(talk, BOB, 4);
            assertUnread(talk, CAROL, 4);
        }

        @Test
        void deletedAndThenHiddenIsSubtractedOnce() {
            Talk talk = fiveOf(ANNA, BOB, CAROL);
            talk.erase(ANNA, 2);
            talk.hide(BOB, 2);
            talk.hide(BOB, 2);

            assertUnread(talk, BOB, 4);
            assertUnread(talk, CAROL, 4);
        }

        @Test
        void hiddenOrDeletedSystemMessagesAreNotSubtracted() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.system(ANNA);
            talk.system(ANNA);
            talk.hide(BOB, 6);
            talk.erase(ANNA, 7);

            assertUnread(talk, BOB, 5);
        }

        @Test
        void deletingAndHidingManyIsExact() {
            Talk talk = fiveOf(ANNA, BOB);
            talk.read(BOB, 1);
            talk.hide(BOB, 1);
            talk.hide(BOB, 3);
            talk.hide(BOB, 5);
            talk.erase(ANNA, 2);
            talk.erase(ANNA, 3);

            assertUnread(talk, BOB, 1);
            talk.unreadFrom(BOB, 1);
            assertUnread(talk, BOB, 1);
            talk.read(BOB, 4);
            assertUnread(talk, BOB, 0);
        }
    }

    @Nested
    class InternalNotes {

        private Talk noted() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.say(ANNA);
            talk.note(ANNA);
            talk.say(ANNA);
            talk.note(ANNA);
            return talk;
        }

        @Test
        void areUnreadOnlyForThoseWhoSeeThem() {
            Talk talk = noted();

            assertUnread(talk, BOB, 4);
            assertUnread(talk, CAROL, 2);
        }

        @Test
        void areReadLikeOthers() {
            Talk talk = noted();
            talk.read(BOB, 2);
            talk.read(CAROL, 2);

            assertUnread(talk, BOB, 2);
            assertUnread(talk, CAROL, 1);
        }

        @Test
        void deletedAreSubtractedOnlyForThoseWhoSawThem() {
            Talk talk = noted();
            talk.erase(ANNA, 2);

            assertUnread(talk, BOB, 3);
            assertUnread(talk, CAROL, 2);
        }

        @Test
        void hiddenAreSubtracted() {
            Talk talk = noted();
            talk.hide(BOB, 4);

            assertUnread(talk, BOB, 3);
        }

        @Test
        void ownNotesAreNotUnread() {
            Talk talk = noted();
            talk.note(BOB);

            assertUnread(talk, BOB, 4);
            assertUnread(talk, ANNA, 1);
            assertUnread(talk, CAROL, 2);
        }
    }
}
