package dev.postroom.messaging.testkit.contract.thread;

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
import dev.postroom.messaging.testkit.contract.TestThread;
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
    private TestThread three() {
        TestThread testThread = group(ANNA, BOB, CAROL);
        testThread.say(ANNA);
        testThread.say(BOB);
        testThread.say(ANNA);
        return testThread;
    }

    /** Eve does it for the party. */
    private Caller eveFor(Party party) {
        return testTenant.as(party, EVE);
    }

    private List<Change> logOfMove(TestThread testThread, Party party, Move move, long seq) {
        return testThread.logOf(
                () -> testTenant.storage().positions().move(eveFor(party), move, testThread.at(seq), testTenant.now()));
    }

    private List<Change> logOfChange(TestThread testThread, Party party, ThreadChange change) {
        return testThread.logOf(() -> testTenant
                .storage()
                .threads()
                .change(eveFor(party), testThread.id(), change, OptionalLong.empty(), testTenant.now()));
    }

    @Nested
    class Threads {

        @Test
        void aNewThreadIsLoggedOnceWhateverItsMembers() {
            TestThread testThread = opening(ANNA).with(BOB, CAROL).actor(EVE).testThread();

            assertThat(testThread.log()).containsExactly(testThread.row(THREAD_CREATED, 0, EVE));
        }

        @Test
        void aFirstMessageIsLoggedAfterItsThread() {
            TestThread testThread =
                    opening(ANNA).with(BOB).says("hello").actor(EVE).testThread();

            assertThat(testThread.log())
                    .containsExactly(testThread.row(THREAD_CREATED, 0, EVE), testThread.row(MESSAGE_CREATED, 1, EVE));
        }

        @Test
        void aNewSubjectIsLoggedWithTheLastSeq() {
            TestThread testThread = three();

            assertThat(logOfChange(testThread, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(testThread.row(THREAD_RENAMED, 3, EVE));
        }

        @Test
        void closingAndReopeningAreLoggedWithTheLastSeq() {
            TestThread testThread = three();

            assertThat(logOfChange(testThread, ANNA, new ThreadChange.Close()))
                    .containsExactly(testThread.row(THREAD_CLOSED, 3, EVE));
            assertThat(logOfChange(testThread, ANNA, new ThreadChange.Reopen()))
                    .containsExactly(testThread.row(THREAD_REOPENED, 3, EVE));
        }

        @Test
        void eachNewMemberIsLoggedWithTheLastSeq() {
            TestThread testThread = three();
            ThreadChange change = new ThreadChange.AddMembers(
                    List.of(TestThread.newcomer(DAVE), TestThread.newcomer(BOB), TestThread.newcomer(FRANK)),
                    TestThread.ROOMY);

            assertThat(logOfChange(testThread, ANNA, change))
                    .containsExactlyInAnyOrder(
                            testThread.row(MEMBER_JOINED, 3, DAVE, EVE), testThread.row(MEMBER_JOINED, 3, FRANK, EVE));
        }

        @Test
        void eachPastMemberIsLoggedWithTheLastSeq() {
            TestThread testThread = three();
            ThreadChange change = new ThreadChange.RemoveMembers(List.of(CAROL, DAVE, BOB));

            assertThat(logOfChange(testThread, ANNA, change))
                    .containsExactlyInAnyOrder(
                            testThread.row(MEMBER_LEFT, 3, BOB, EVE), testThread.row(MEMBER_LEFT, 3, CAROL, EVE));
        }

        @Test
        void leavingAndComingBackAreLogged() {
            TestThread testThread = three();

            assertThat(logOfChange(testThread, BOB, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(testThread.row(MEMBER_LEFT, 3, BOB, EVE));
            testThread.say(ANNA);
            assertThat(logOfChange(
                            testThread,
                            ANNA,
                            new ThreadChange.AddMembers(List.of(TestThread.newcomer(BOB)), TestThread.ROOMY)))
                    .containsExactly(testThread.row(MEMBER_JOINED, 4, BOB, EVE));
        }

        @Test
        void anEmptyThreadsChangesAreLoggedWithZero() {
            TestThread testThread = group(ANNA, BOB);

            assertThat(logOfChange(testThread, ANNA, new ThreadChange.Rename("Roof")))
                    .containsExactly(testThread.row(THREAD_RENAMED, 0, EVE));
            assertThat(logOfChange(testThread, ANNA, new ThreadChange.RemoveMembers(List.of(BOB))))
                    .containsExactly(testThread.row(MEMBER_LEFT, 0, BOB, EVE));
        }
    }

    @Nested
    class Messages {

        @Test
        void aMessageIsLoggedWithItsSeq() {
            TestThread testThread = three();

            assertThat(testThread.logOf(() -> testThread.by(BOB).actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 4, EVE));
            assertThat(testThread.logOf(
                            () -> testThread.by(BOB).system().actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 5, EVE));
        }

        @Test
        void aMessageIsLoggedWithTheTimeGivenWheneverItWasStored() {
            TestThread testThread = three();
            Instant early = testTenant.latest().minusSeconds(60);
            List<Change> rows =
                    testThread.logOf(() -> testThread.by(BOB).at(early).stored());

            assertThat(rows).extracting(Change::at).containsExactly(early);
        }

        @Test
        void aReplyThatReadsIsLoggedBeforeWhatItRead() {
            TestThread testThread = three();

            assertThat(testThread.logOf(
                            () -> testThread.by(BOB).seen(2).actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 4, EVE), testThread.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsEverythingBeforeIsLoggedWithTheSeqBefore() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE))
                    .says("one")
                    .testThread();

            assertThat(testThread.logOf(() -> testThread.by(BOB).actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 2, EVE), testThread.row(READ_MOVED, 1, BOB, EVE));
            assertThat(testThread.logOf(() -> testThread.by(BOB).actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 3, EVE), testThread.row(READ_MOVED, 2, BOB, EVE));
        }

        @Test
        void aReplyThatReadsNothingNewLogsNoReading() {
            TestThread testThread = three();
            testThread.read(BOB, 3);

            assertThat(testThread.logOf(
                            () -> testThread.by(BOB).seen(3).actor(EVE).stored()))
                    .containsExactly(testThread.row(MESSAGE_CREATED, 4, EVE));
        }

        @Test
        void aMessageThatReopensIsLoggedAfterTheReopening() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.onClosed(ClosedRule.REOPEN))
                    .says("one")
                    .testThread();
            testThread.close(ANNA);

            assertThat(testThread.logOf(() -> testThread.by(BOB).actor(EVE).stored()))
                    .containsExactly(testThread.row(THREAD_REOPENED, 2, EVE), testThread.row(MESSAGE_CREATED, 2, EVE));
        }

        @Test
        void deletingForEveryoneIsLoggedWithTheSeqAndNobody() {
            TestThread testThread = three();

            assertThat(testThread.logOf(() -> testTenant
                            .storage()
                            .messages()
                            .delete(eveFor(BOB), testThread.message(2), OptionalLong.empty(), testTenant.now())))
                    .containsExactly(testThread.row(MESSAGE_DELETED, 2, EVE));
        }

        @Test
        void hidingIsLoggedWithTheSeqAndTheParty() {
            TestThread testThread = three();

            assertThat(testThread.logOf(() ->
                            testTenant.storage().messages().hide(eveFor(BOB), testThread.message(1), testTenant.now())))
                    .containsExactly(testThread.row(MESSAGE_HIDDEN, 1, BOB, EVE));
        }
    }

    @Nested
    class PositionsAndStars {

        @Test
        void readingIsLoggedWithTheNewReadPosition() {
            TestThread testThread = three();

            assertThat(logOfMove(testThread, BOB, Move.READ_UP_TO, 2))
                    .containsExactly(testThread.row(READ_MOVED, 2, BOB, EVE));
            assertThat(logOfMove(testThread, BOB, Move.UNREAD_FROM, 2))
                    .containsExactly(testThread.row(READ_MOVED, 1, BOB, EVE));
            assertThat(logOfMove(testThread, BOB, Move.UNREAD_FROM, 1))
                    .containsExactly(testThread.row(READ_MOVED, 0, BOB, EVE));
        }

        @Test
        void archivingIsLoggedWithTheSeqAndTakingOutWithZero() {
            TestThread testThread = three();

            assertThat(logOfMove(testThread, BOB, Move.ARCHIVE, 3))
                    .containsExactly(testThread.row(ARCHIVE_MOVED, 3, BOB, EVE));
            assertThat(logOfMove(testThread, BOB, Move.UNARCHIVE, 2))
                    .containsExactly(testThread.row(ARCHIVE_MOVED, 0, BOB, EVE));
        }

        @Test
        void deletingTheThreadIsLoggedWithoutTheReadingItImplies() {
            TestThread testThread = three();

            assertThat(logOfMove(testThread, BOB, Move.DELETE, 2))
                    .containsExactly(testThread.row(THREAD_DELETED, 2, BOB, EVE));
        }

        @Test
        void readingAllIsLoggedForEachThread() {
            TestThread one = three();
            TestThread other = three();
            other.read(BOB, 2);
            int before = other.log().size();

            List<Change> rows =
                    one.logOf(() -> testTenant.storage().positions().readAll(eveFor(BOB), testTenant.now()));

            assertThat(rows).containsExactly(one.row(READ_MOVED, 3, BOB, EVE));
            assertThat(other.log()).hasSize(before + 1).endsWith(other.row(READ_MOVED, 3, BOB, EVE));
        }

        @Test
        void starsAreLoggedWithTheSeqAndThoseOfThreadsWithZero() {
            TestThread testThread = three();
            var stars = testTenant.storage().stars();

            assertThat(testThread.logOf(
                            () -> stars.setMessage(eveFor(BOB), testThread.message(3), true, testTenant.now())))
                    .containsExactly(testThread.row(STARRED, 3, BOB, EVE));
            assertThat(testThread.logOf(
                            () -> stars.setMessage(eveFor(BOB), testThread.message(3), false, testTenant.now())))
                    .containsExactly(testThread.row(UNSTARRED, 3, BOB, EVE));
            assertThat(testThread.logOf(() -> stars.setThread(eveFor(BOB), testThread.id(), true, testTenant.now())))
                    .containsExactly(testThread.row(STARRED, 0, BOB, EVE));
            assertThat(testThread.logOf(() -> stars.setThread(eveFor(BOB), testThread.id(), false, testTenant.now())))
                    .containsExactly(testThread.row(UNSTARRED, 0, BOB, EVE));
        }

        @Test
        void clearingIsLoggedForEachStar() {
            TestThread testThread = three();
            testThread.starThread(BOB);
            testThread.star(BOB, 2);
            testThread.star(CAROL, 1);

            assertThat(testThread.logOf(
                            () -> testTenant.storage().stars().clear(eveFor(BOB), testThread.id(), testTenant.now())))
                    .containsExactlyInAnyOrder(
                            testThread.row(UNSTARRED, 0, BOB, EVE), testThread.row(UNSTARRED, 2, BOB, EVE));
        }
    }

    @Nested
    class NothingHappened {

        @Test
        void whatChangedNothingIsNotLogged() {
            TestThread testThread = three();
            testThread.read(BOB, 2);
            testThread.star(BOB, 1);
            testThread.hide(BOB, 1);
            testThread.erase(ANNA, 1);

            assertThat(testThread.logOf(() -> {
                        testThread.read(BOB, 1);
                        testThread.unreadFrom(BOB, 3);
                        testThread.unarchive(BOB);
                        testThread.star(BOB, 1);
                        testThread.unstar(BOB, 2);
                        testThread.unstarThread(BOB);
                        testThread.clearStars(CAROL);
                        testThread.hide(BOB, 1);
                        testThread.erase(ANNA, 1);
                        testThread.reopen(ANNA);
                        testThread.rename(ANNA, "");
                        testThread.join(ANNA, BOB);
                        testThread.remove(ANNA, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void whatWasRefusedIsNotLogged() {
            TestThread testThread = three();

            assertThat(testThread.logOf(() -> {
                        testThread.by(DAVE).send();
                        testThread.by(BOB).internal().send();
                        testThread.by(BOB).seen(9).send();
                        testThread.read(BOB, 9);
                        testThread.rename(BOB, "Roof");
                        testThread.erase(CAROL, 1);
                        testThread.star(DAVE, 1);
                        testThread.join(BOB, DAVE);
                    }))
                    .isEmpty();
        }

        @Test
        void aRepeatedKeyIsNotLogged() {
            TestThread testThread = three();
            testThread.by(BOB).key("k", "f").stored();

            assertThat(testThread.logOf(() -> {
                        testThread.by(BOB).key("k", "f").send();
                        testThread.by(BOB).key("k", "g").send();
                    }))
                    .isEmpty();
        }
    }

    @Test
    void aThreadsRowsStandInTheOrderInWhichThingsHappened() {
        TestThread testThread = opening(ANNA).with(BOB).says("hello").testThread();
        testThread.read(BOB, 1);
        testThread.say(BOB);
        testThread.join(ANNA, CAROL);
        testThread.star(BOB, 1);
        testThread.say(CAROL);
        testThread.leave(BOB);
        testThread.close(ANNA);

        assertThat(testThread.log())
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
        assertThat(testThread.log()).extracting(Change::at).isSorted();
    }
}
