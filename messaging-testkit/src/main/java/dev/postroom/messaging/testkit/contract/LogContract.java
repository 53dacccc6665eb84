package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.ARCHIVE_MOVED;
import static dev.postroom.messaging.event.ChangeType.MEMBER_JOINED;
import static dev.postroom.messaging.event.ChangeType.MEMBER_LEFT;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_DELETED;
import static dev.postroom.messaging.event.ChangeType.MESSAGE_HIDDEN;
import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static dev.postroom.messaging.event.ChangeType.STARRED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CLOSED;
import static dev.postroom.messaging.event.ChangeType.THREAD_CREATED;
import static dev.postroom.messaging.event.ChangeType.THREAD_DELETED;
import static dev.postroom.messaging.event.ChangeType.THREAD_RENAMED;
import static dev.postroom.messaging.event.ChangeType.THREAD_REOPENED;
import static dev.postroom.messaging.event.ChangeType.UNSTARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.ThreadChange;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The exact rows that each operation writes to the log: type, seq, whose state changed, who did it, and when. In
 * every test somebody acts on another's behalf.
 *
 * <p>Not asserted: in which order one operation logs several rows of one type.
 */
public abstract class LogContract extends StorageContract {

    /** For adapters to extend. */
    protected LogContract() {}

    /** A group of Anna, Bob and Carol, with three messages. */
    private Talk three() {
        Talk talk = group(ANNA, BOB, CAROL);
        talk.say(ANNA);
        talk.say(BOB);
        talk.say(ANNA);
        return talk;
    }

    /** Eve does it for the party. */
    private Caller eveFor(Party party) {
        return world.as(party, EVE);
    }

    private List<Change> logOfMove(Talk talk, Party party, Move move, long seq) {
        return talk.logOf(() -> world.storage().positions().move(eveFor(party), move, talk.at(seq), world.now()));
    }

    private List<Change> logOfChange(Talk talk, Party party, ThreadChange change) {
        return talk.logOf(() ->
                world.storage().threads().change(eveFor(party), talk.id(), change, OptionalLong.empty(), world.now()));
    }

    @Nested
    class Threads {

        @Test
        void aNewThreadIsLoggedOnceWhateverItsMembers() {
            Talk talk = opening(ANNA).with(BOB, CAROL).actor(EVE).talk();

            assertThat(talk.log()).containsExactly(talk.row(THREAD_CREATED, 0, EVE));
        }

        @Test
        void aFirstMessageIsLoggedAfterItsThread() {
            Talk talk = opening(ANNA).with(BOB).says("hello").actor(EVE).talk();

            assertThat(talk.log()).containsExactly(talk.row(THREAD_CREATED, 0, EVE), talk.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aNewSubjectIsLoggedWithTheLastSeq() {
            Talk talk = three();

            assertThat(logOfChange(talk, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(talk.row(THREAD_RENAMED, 3, EVE));
        }

        @Test
        void closingAndReopeningAreLoggedWithTheLastSeq() {
            Talk talk = three();

            assertThat(logOfChange(talk, ANNA, new ThreadChange.Close()))
                    .containsExactly(talk.row(THREAD_CLOSED, 3, EVE));
            assertThat(logOfChange(talk, ANNA, new ThreadChange.Reopen()))
                    .containsExactly(talk.row(THREAD_REOPENED, 3, EVE));
        }

        @Test
        void eachNewMemberIsLoggedWithTheLastSeq() {
            Talk talk = three();
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(Talk.newcomer(DAVE), Talk.newcomer(BOB), Talk.newcomer(FRANK)), Talk.ROOMY);

            assertThat(logOfChange(talk, ANNA, change))
                    .containsExactlyInAnyOrder(
                            talk.row(MEMBER_JOINED, 3, DAVE, EVE), talk.row(MEMBER_JOINED, 3, FRANK, EVE));
        }

        @Test
        void eachPastMemberIsLoggedWithTheLastSeq() {
            Talk talk = three();
            ThreadChange change = new ThreadChange.RemoveMembers(List.of(CAROL, DAVE, BOB));

            assertThat(logOfChange(talk, ANNA, change))
                    .containsExactlyInAnyOrder(
                            talk.row(MEMBER_LEFT, 3, BOB, EVE), talk.row(MEMBER_LEFT, 3, CAROL, EVE));
        }

        @Test
        void leavingAndComingBackAreLogged() {
            Talk talk = three();

            assertThat(logOfChange(talk, BOB, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(talk.row(MEMBER_LEFT, 3, BOB, EVE));
            talk.say(ANNA);
            assertThat(logOfChange(talk, ANNA, new ThreadChange.AddMembers(List.of(Talk.newcomer(BOB)), Talk.ROOMY)))
                    .containsExactly(talk.row(MEMBER_JOINED, 4, BOB, EVE));
        }

        @Test
        void anEmptyThreadsChangesAreLoggedWithZero() {
            Talk talk = group(ANNA, BOB);

            assertThat(logOfChange(talk, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(talk.row(THREAD_RENAMED, 0, EVE));
            assertThat(logOfChange(talk, ANNA, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(talk.row(MEMBER_LEFT, 0, BOB, EVE));
        }
    }

    @Nested
    class Messages {

        @Test
        void aMessageIsLoggedWithItsSeq() {
            Talk talk = three();

            assertThat(talk.logOf(() -> talk.by(BOB).actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 4, EVE));
            assertThat(talk.logOf(() -> talk.by(BOB).system().actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 5, EVE));
        }

        @Test
        void aMessageIsLoggedWithTheTimeGivenWheneverItWasStored() {
            Talk talk = three();
            Instant early = world.latest().minusSeconds(60);
            List<Change> rows = talk.logOf(() -> talk.by(BOB).at(early).stored());

            assertThat(rows).extracting(Change::at).containsExactly(early);
        }

        @Test
        void aReplyThatReadsIsLoggedBeforeWhatItRead() {
            Talk talk = three();

            assertThat(talk.logOf(() -> talk.by(BOB).seen(2).actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 4, EVE), talk.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsEverythingBeforeIsLoggedWithTheSeqBefore() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE))
                    .says("one")
                    .talk();

            assertThat(talk.logOf(() -> talk.by(BOB).actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 2, EVE), talk.row(READ_MOVED, 1, BOB, EVE));
            assertThat(talk.logOf(() -> talk.by(BOB).actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 3, EVE), talk.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsNothingNewLogsNoReading() {
            Talk talk = three();
            talk.read(BOB, 3);

            assertThat(talk.logOf(() -> talk.by(BOB).seen(3).actor(EVE).stored()))
                    .containsExactly(talk.row(MESSAGE_CREATED, 4, EVE));
        }

        @Test
        void aMessageThatReopensIsLoggedAfterTheReopening() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.onClosed(ClosedRule.REOPEN))
                    .says("one")
                    .talk();
            talk.close(ANNA);

            assertThat(talk.logOf(() -> talk.by(BOB).actor(EVE).stored()))
                    .containsExactly(talk.row(THREAD_REOPENED, 2, EVE), talk.row(MESSAGE_CREATED, 2, EVE));
        }

        @Test
        void deletingForEveryoneIsLoggedWithTheSeqAndNobody() {
            Talk talk = three();

            assertThat(talk.logOf(() -> world.storage()
                            .messages()
                            .delete(eveFor(BOB), talk.message(2), OptionalLong.empty(), world.now())))
                    .containsExactly(talk.row(MESSAGE_DELETED, 2, EVE));
        }

        @Test
        void hidingIsLoggedWithTheSeqAndTheParty() {
            Talk talk = three();

            assertThat(talk.logOf(() -> world.storage().messages().hide(eveFor(BOB), talk.message(1), world.now())))
                    .containsExactly(talk.row(MESSAGE_HIDDEN, 1, BOB, EVE));
        }
    }

    @Nested
    class PositionsAndStars {

        @Test
        void readingIsLoggedWithTheNewReadPosition() {
            Talk talk = three();

            assertThat(logOfMove(talk, BOB, Move.READ_UP_TO, 2)).containsExactly(talk.row(READ_MOVED, 2, BOB, EVE));
            assertThat(logOfMove(talk, BOB, Move.UNREAD_FROM, 2)).containsExactly(talk.row(READ_MOVED, 1, BOB, EVE));
            assertThat(logOfMove(talk, BOB, Move.UNREAD_FROM, 1)).containsExactly(talk.row(READ_MOVED, 0, BOB, EVE));
        }

        @Test
        void archivingIsLoggedWithTheSeqAndTakingOutWithZero() {
            Talk talk = three();

            assertThat(logOfMove(talk, BOB, Move.ARCHIVE, 3)).containsExactly(talk.row(ARCHIVE_MOVED, 3, BOB, EVE));
            assertThat(logOfMove(talk, BOB, Move.UNARCHIVE, 2)).containsExactly(talk.row(ARCHIVE_MOVED, 0, BOB, EVE));
        }

        @Test
        void deletingTheThreadIsLoggedWithoutTheReadingItImplies() {
            Talk talk = three();

            assertThat(logOfMove(talk, BOB, Move.DELETE, 2)).containsExactly(talk.row(THREAD_DELETED, 2, BOB, EVE));
        }

        @Test
        void readingAllIsLoggedForEachThread() {
            Talk one = three();
            Talk other = three();
            other.read(BOB, 2);
            int before = other.log().size();

            List<Change> rows = one.logOf(() -> world.storage().positions().readAll(eveFor(BOB), world.now()));

            assertThat(rows).containsExactly(one.row(READ_MOVED, 3, BOB, EVE));
            assertThat(other.log()).hasSize(before + 1).endsWith(other.row(READ_MOVED, 3, BOB, EVE));
        }

        @Test
        void starsAreLoggedWithTheSeqAndThoseOfThreadsWithZero() {
            Talk talk = three();
            var stars = world.storage().stars();

            assertThat(talk.logOf(() -> stars.setMessage(eveFor(BOB), talk.message(3), true, world.now())))
                    .containsExactly(talk.row(STARRED, 3, BOB, EVE));
            assertThat(talk.logOf(() -> stars.setMessage(eveFor(BOB), talk.message(3), false, world.now())))
                    .containsExactly(talk.row(UNSTARRED, 3, BOB, EVE));
            assertThat(talk.logOf(() -> stars.setThread(eveFor(BOB), talk.id(), true, world.now())))
                    .containsExactly(talk.row(STARRED, 0, BOB, EVE));
            assertThat(talk.logOf(() -> stars.setThread(eveFor(BOB), talk.id(), false, world.now())))
                    .containsExactly(talk.row(UNSTARRED, 0, BOB, EVE));
        }

        @Test
        void clearingIsLoggedForEachStar() {
            Talk talk = three();
            talk.starThread(BOB);
            talk.star(BOB, 2);
            talk.star(CAROL, 1);

            assertThat(talk.logOf(() -> world.storage().stars().clear(eveFor(BOB), talk.id(), world.now())))
                    .containsExactlyInAnyOrder(talk.row(UNSTARRED, 0, BOB, EVE), talk.row(UNSTARRED, 2, BOB, EVE));
        }
    }

    @Nested
    class NothingHappened {

        @Test
        void whatChangedNothingIsNotLogged() {
            Talk talk = three();
            talk.read(BOB, 2);
            talk.star(BOB, 1);
            talk.hide(BOB, 1);
            talk.erase(ANNA, 1);

            assertThat(talk.logOf(() -> {
                        talk.read(BOB, 1);
                        talk.unreadFrom(BOB, 3);
                        talk.unarchive(BOB);
                        talk.star(BOB, 1);
                        talk.unstar(BOB, 2);
                        talk.unstarThread(BOB);
                        talk.clearStars(CAROL);
                        talk.hide(BOB, 1);
                        talk.erase(ANNA, 1);
                        talk.reopen(ANNA);
                        talk.rename(ANNA, "");
                        talk.join(ANNA, BOB);
                        talk.remove(ANNA, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void whatWasRefusedIsNotLogged() {
            Talk talk = three();

            assertThat(talk.logOf(() -> {
                        talk.by(DAVE).send();
                        talk.by(BOB).internal().send();
                        talk.by(BOB).seen(9).send();
                        talk.read(BOB, 9);
                        talk.rename(BOB, "Roof");
                        talk.erase(CAROL, 1);
                        talk.star(DAVE, 1);
                        talk.join(BOB, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void aRepeatedKeyIsNotLogged() {
            Talk talk = three();
            talk.by(BOB).key("k", "f").stored();

            assertThat(talk.logOf(() -> {
                        talk.by(BOB).key("k", "f").send();
                        talk.by(BOB).key("k", "g").send();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void aThreadsRowsStandInTheOrderInWhichThingsHappened() {
        Talk talk = opening(ANNA).with(BOB).says("hello").talk();
        talk.read(BOB, 1);
        talk.say(BOB);
        talk.join(ANNA, CAROL);
        talk.star(BOB, 1);
        talk.say(CAROL);
        talk.leave(BOB);
        talk.close(ANNA);

        assertThat(talk.log())
                .extracting(Change::type)
                .containsExactly(
                        THREAD_CREATED,
                        MESSAGE_CREATED,
                        READ_MOVED,
                        MESSAGE_CREATED,
                        MEMBER_JOINED,
                        STARRED,
                        MESSAGE_CREATED,
                        MEMBER_LEFT,
                        THREAD_CLOSED);
        assertThat(talk.log()).extracting(Change::at).isSorted();
    }
}
