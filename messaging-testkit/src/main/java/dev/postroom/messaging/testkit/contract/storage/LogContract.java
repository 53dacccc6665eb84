package dev.postroom.messaging.testkit.contract.storage;

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
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests the exact rows that each operation writes to the log: type, seq, the party whose state changed, the actor and
 * the time. In every test one party acts on behalf of another.
 *
 * <p>Not asserted: in which order one operation logs several rows of one type.
 */
public abstract class LogContract extends StorageContract {

    /** For adapters to extend. */
    protected LogContract() {}

    /** Creates a group of Anna, Bob and Carol, with three messages. */
    private ThreadClient three() {
        ThreadClient thread = group(ANNA, BOB, CAROL);
        thread.say(ANNA);
        thread.say(BOB);
        thread.say(ANNA);
        return thread;
    }

    /** Returns a caller that lets Eve act on behalf of the party. */
    private Caller eveFor(Party party) {
        return client.as(party, EVE);
    }

    private List<Change> logOfMove(ThreadClient thread, Party party, Move move, long seq) {
        return thread.loggedBy(
                () -> client.storage().positions().move(eveFor(party), move, thread.at(seq), client.now()));
    }

    private List<Change> logOfChange(ThreadClient thread, Party party, ThreadChange change) {
        return thread.loggedBy(() -> client.storage()
                .threads()
                .change(eveFor(party), thread.id(), change, OptionalLong.empty(), client.now()));
    }

    @Nested
    class Threads {

        @Test
        void aNewThreadIsLoggedOnceForAnyNumberOfMembers() {
            ThreadClient thread = newThread(ANNA).with(BOB, CAROL).actor(EVE).created();

            assertThat(thread.log()).containsExactly(thread.row(THREAD_CREATED, 0, EVE));
        }

        @Test
        void aFirstMessageIsLoggedAfterItsThread() {
            ThreadClient thread =
                    newThread(ANNA).with(BOB).says("hello").actor(EVE).created();

            assertThat(thread.log())
                    .containsExactly(thread.row(THREAD_CREATED, 0, EVE), thread.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aNewSubjectIsLoggedWithTheLastSeq() {
            ThreadClient thread = three();

            assertThat(logOfChange(thread, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(thread.row(THREAD_RENAMED, 3, EVE));
        }

        @Test
        void closingAndReopeningAreLoggedWithTheLastSeq() {
            ThreadClient thread = three();

            assertThat(logOfChange(thread, ANNA, new ThreadChange.Close()))
                    .containsExactly(thread.row(THREAD_CLOSED, 3, EVE));
            assertThat(logOfChange(thread, ANNA, new ThreadChange.Reopen()))
                    .containsExactly(thread.row(THREAD_REOPENED, 3, EVE));
        }

        @Test
        void eachNewMemberIsLoggedWithTheLastSeq() {
            ThreadClient thread = three();
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(ThreadClient.newcomer(DAVE), ThreadClient.newcomer(BOB), ThreadClient.newcomer(FRANK)),
                    ThreadClient.LARGE_MEMBER_LIMIT);

            assertThat(logOfChange(thread, ANNA, change))
                    .containsExactlyInAnyOrder(
                            thread.row(MEMBER_JOINED, 3, DAVE, EVE), thread.row(MEMBER_JOINED, 3, FRANK, EVE));
        }

        @Test
        void eachPastMemberIsLoggedWithTheLastSeq() {
            ThreadClient thread = three();
            ThreadChange change = new ThreadChange.RemoveMembers(List.of(CAROL, DAVE, BOB));

            assertThat(logOfChange(thread, ANNA, change))
                    .containsExactlyInAnyOrder(
                            thread.row(MEMBER_LEFT, 3, BOB, EVE), thread.row(MEMBER_LEFT, 3, CAROL, EVE));
        }

        @Test
        void leavingAndComingBackAreLogged() {
            ThreadClient thread = three();

            assertThat(logOfChange(thread, BOB, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(thread.row(MEMBER_LEFT, 3, BOB, EVE));
            thread.say(ANNA);
            assertThat(logOfChange(
                            thread,
                            ANNA,
                            new ThreadChange.AddMembers(
                                    List.of(ThreadClient.newcomer(BOB)), ThreadClient.LARGE_MEMBER_LIMIT)))
                    .containsExactly(thread.row(MEMBER_JOINED, 4, BOB, EVE));
        }

        @Test
        void anEmptyThreadsChangesAreLoggedWithZero() {
            ThreadClient thread = group(ANNA, BOB);

            assertThat(logOfChange(thread, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(thread.row(THREAD_RENAMED, 0, EVE));
            assertThat(logOfChange(thread, ANNA, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(thread.row(MEMBER_LEFT, 0, BOB, EVE));
        }
    }

    @Nested
    class Messages {

        @Test
        void aMessageIsLoggedWithItsSeq() {
            ThreadClient thread = three();

            assertThat(thread.loggedBy(() -> thread.by(BOB).actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 4, EVE));
            assertThat(thread.loggedBy(() -> thread.by(BOB).system().actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 5, EVE));
        }

        @Test
        void aMessageIsLoggedWithTheTimeGivenWheneverItWasStored() {
            ThreadClient thread = three();
            Instant early = client.latest().minusSeconds(60);
            List<Change> rows = thread.loggedBy(() -> thread.by(BOB).at(early).stored());

            assertThat(rows).extracting(Change::at).containsExactly(early);
        }

        @Test
        void aReplyThatReadsIsLoggedBeforeTheReading() {
            ThreadClient thread = three();

            assertThat(thread.loggedBy(() -> thread.by(BOB).seen(2).actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 4, EVE), thread.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsEverythingBeforeIsLoggedWithTheSeqBefore() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE))
                    .says("one")
                    .created();

            assertThat(thread.loggedBy(() -> thread.by(BOB).actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 2, EVE), thread.row(READ_MOVED, 1, BOB, EVE));
            assertThat(thread.loggedBy(() -> thread.by(BOB).actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 3, EVE), thread.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsNothingNewLogsNoReading() {
            ThreadClient thread = three();
            thread.read(BOB, 3);

            assertThat(thread.loggedBy(() -> thread.by(BOB).seen(3).actor(EVE).stored()))
                    .containsExactly(thread.row(MESSAGE_CREATED, 4, EVE));
        }

        @Test
        void aMessageThatReopensIsLoggedAfterTheReopening() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.onClosed(ClosedRule.REOPEN))
                    .says("one")
                    .created();
            thread.close(ANNA);

            assertThat(thread.loggedBy(() -> thread.by(BOB).actor(EVE).stored()))
                    .containsExactly(thread.row(THREAD_REOPENED, 2, EVE), thread.row(MESSAGE_CREATED, 2, EVE));
        }

        @Test
        void deletingForEveryoneIsLoggedWithTheSeqAndNoParty() {
            ThreadClient thread = three();

            assertThat(thread.loggedBy(() -> client.storage()
                            .messages()
                            .delete(eveFor(BOB), thread.message(2), OptionalLong.empty(), client.now())))
                    .containsExactly(thread.row(MESSAGE_DELETED, 2, EVE));
        }

        @Test
        void hidingIsLoggedWithTheSeqAndTheParty() {
            ThreadClient thread = three();

            assertThat(thread.loggedBy(
                            () -> client.storage().messages().hide(eveFor(BOB), thread.message(1), client.now())))
                    .containsExactly(thread.row(MESSAGE_HIDDEN, 1, BOB, EVE));
        }
    }

    @Nested
    class PositionsAndStars {

        @Test
        void readingIsLoggedWithTheNewReadPosition() {
            ThreadClient thread = three();

            assertThat(logOfMove(thread, BOB, Move.READ_UP_TO, 2)).containsExactly(thread.row(READ_MOVED, 2, BOB, EVE));
            assertThat(logOfMove(thread, BOB, Move.UNREAD_FROM, 2))
                    .containsExactly(thread.row(READ_MOVED, 1, BOB, EVE));
            assertThat(logOfMove(thread, BOB, Move.UNREAD_FROM, 1))
                    .containsExactly(thread.row(READ_MOVED, 0, BOB, EVE));
        }

        @Test
        void archivingIsLoggedWithTheSeqAndTakingOutWithZero() {
            ThreadClient thread = three();

            assertThat(logOfMove(thread, BOB, Move.ARCHIVE, 3)).containsExactly(thread.row(ARCHIVE_MOVED, 3, BOB, EVE));
            assertThat(logOfMove(thread, BOB, Move.UNARCHIVE, 2))
                    .containsExactly(thread.row(ARCHIVE_MOVED, 0, BOB, EVE));
        }

        @Test
        void deletingTheThreadIsLoggedWithoutTheReadingItImplies() {
            ThreadClient thread = three();

            assertThat(logOfMove(thread, BOB, Move.DELETE, 2)).containsExactly(thread.row(THREAD_DELETED, 2, BOB, EVE));
        }

        @Test
        void readingAllIsLoggedForEachThread() {
            ThreadClient one = three();
            ThreadClient other = three();
            other.read(BOB, 2);
            int before = other.log().size();

            List<Change> rows = one.loggedBy(() -> client.storage().positions().readAll(eveFor(BOB), client.now()));

            assertThat(rows).containsExactly(one.row(READ_MOVED, 3, BOB, EVE));
            assertThat(other.log()).hasSize(before + 1).endsWith(other.row(READ_MOVED, 3, BOB, EVE));
        }

        @Test
        void starsAreLoggedWithTheSeqAndThoseOfThreadsWithZero() {
            ThreadClient thread = three();
            var stars = client.storage().stars();

            assertThat(thread.loggedBy(() -> stars.setMessage(eveFor(BOB), thread.message(3), true, client.now())))
                    .containsExactly(thread.row(STARRED, 3, BOB, EVE));
            assertThat(thread.loggedBy(() -> stars.setMessage(eveFor(BOB), thread.message(3), false, client.now())))
                    .containsExactly(thread.row(UNSTARRED, 3, BOB, EVE));
            assertThat(thread.loggedBy(() -> stars.setThread(eveFor(BOB), thread.id(), true, client.now())))
                    .containsExactly(thread.row(STARRED, 0, BOB, EVE));
            assertThat(thread.loggedBy(() -> stars.setThread(eveFor(BOB), thread.id(), false, client.now())))
                    .containsExactly(thread.row(UNSTARRED, 0, BOB, EVE));
        }

        @Test
        void clearingIsLoggedForEachStar() {
            ThreadClient thread = three();
            thread.starThread(BOB);
            thread.star(BOB, 2);
            thread.star(CAROL, 1);

            assertThat(thread.loggedBy(() -> client.storage().stars().clear(eveFor(BOB), thread.id(), client.now())))
                    .containsExactlyInAnyOrder(thread.row(UNSTARRED, 0, BOB, EVE), thread.row(UNSTARRED, 2, BOB, EVE));
        }
    }

    @Nested
    class NothingHappened {

        @Test
        void anOperationThatChangesNothingIsNotLogged() {
            ThreadClient thread = three();
            thread.read(BOB, 2);
            thread.star(BOB, 1);
            thread.hide(BOB, 1);
            thread.erase(ANNA, 1);

            assertThat(thread.loggedBy(() -> {
                        thread.read(BOB, 1);
                        thread.unreadFrom(BOB, 3);
                        thread.unarchive(BOB);
                        thread.star(BOB, 1);
                        thread.unstar(BOB, 2);
                        thread.unstarThread(BOB);
                        thread.clearStars(CAROL);
                        thread.hide(BOB, 1);
                        thread.erase(ANNA, 1);
                        thread.reopen(ANNA);
                        thread.rename(ANNA, "");
                        thread.join(ANNA, BOB);
                        thread.remove(ANNA, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void aRefusedOperationIsNotLogged() {
            ThreadClient thread = three();

            assertThat(thread.loggedBy(() -> {
                        thread.by(DAVE).send();
                        thread.by(BOB).internal().send();
                        thread.by(BOB).seen(9).send();
                        thread.read(BOB, 9);
                        thread.rename(BOB, "Roof");
                        thread.erase(CAROL, 1);
                        thread.star(DAVE, 1);
                        thread.join(BOB, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void aRepeatedKeyIsNotLogged() {
            ThreadClient thread = three();
            thread.by(BOB).key("k", "f").stored();

            assertThat(thread.loggedBy(() -> {
                        thread.by(BOB).key("k", "f").send();
                        thread.by(BOB).key("k", "g").send();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void aThreadsRowsStandInTheOrderInWhichThingsHappened() {
        ThreadClient thread = newThread(ANNA).with(BOB).says("hello").created();
        thread.read(BOB, 1);
        thread.say(BOB);
        thread.join(ANNA, CAROL);
        thread.star(BOB, 1);
        thread.say(CAROL);
        thread.leave(BOB);
        thread.close(ANNA);

        assertThat(thread.log())
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
        assertThat(thread.log()).extracting(Change::at).isSorted();
    }
}
