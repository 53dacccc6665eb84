package dev.postroom.messaging.testkit.contract.box;

import static dev.postroom.messaging.model.Box.ALL;
import static dev.postroom.messaging.model.Box.ARCHIVED;
import static dev.postroom.messaging.model.Box.INBOX;
import static dev.postroom.messaging.model.Box.SENT;
import static dev.postroom.messaging.model.Box.STARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * In which boxes a thread stands, and what moves it from one to another. After each step every box is listed and
 * counted.
 *
 * <p>Not asserted: where a thread stands that its reader archived or deleted and that only a system message reached.
 * Order and pages are in {@link BoxPageContract}.
 */
public abstract class BoxContract extends StorageContract {

    /** For adapters to extend. */
    protected BoxContract() {}

    @Nested
    class NewThreads {

        @Test
        void aThreadStandsInTheInboxOfOthersAndInSentOfItsStarter() {
            TestThread testThread = opening(ANNA).with(BOB, CAROL).says("hello").testThread();

            assertStands(testThread, ANNA, SENT, ALL);
            assertStands(testThread, BOB, INBOX, ALL);
            assertStands(testThread, CAROL, INBOX, ALL);
            assertStands(testThread, EVE);
        }

        @Test
        void anAnsweredThreadStandsInItsStartersInbox() {
            TestThread testThread = opening(ANNA).with(BOB).says("hello").testThread();
            testThread.say(BOB);

            assertStands(testThread, ANNA, INBOX, SENT, ALL);
            assertStands(testThread, BOB, INBOX, SENT, ALL);
        }

        @Test
        void anUnansweredThreadStandsInItsStartersInboxIfTheRuleSaysSo() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .testThread();

            assertStands(testThread, ANNA, INBOX, SENT, ALL);
            assertThat(testThread.unread(ANNA)).isZero();
            assertThat(testTenant.box(ANNA, INBOX, Filter.READ)).containsExactly(testThread.id());
        }

        @Test
        void theRuleShowsALaterUnansweredMessageToo() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .testThread();
            assertStands(testThread, ANNA);

            testThread.say(BOB);

            assertStands(testThread, BOB, INBOX, SENT, ALL);
            assertStands(testThread, ANNA, INBOX, ALL);
        }

        @Test
        void theRuleRevivesNothing() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .testThread();
            testThread.archive(ANNA, 1);
            testThread.say(ANNA);

            assertStands(testThread, ANNA, ARCHIVED, SENT, ALL);
            testThread.delete(ANNA, 2);
            testThread.say(ANNA);
            assertStands(testThread, ANNA, SENT, ALL);
        }

        @Test
        void aThreadWithOneselfStandsInInboxAndSent() {
            TestThread testThread =
                    opening(ANNA).directWith(ANNA).says("note to self").testThread();

            assertStands(testThread, ANNA, INBOX, SENT, ALL);
            assertThat(testThread.unread(ANNA)).isZero();
        }

        @Test
        void aGroupOfOneStandsInInboxAndSent() {
            TestThread testThread = group(ANNA);
            testThread.say(ANNA);

            assertStands(testThread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anEmptyDirectThreadStandsNowhere() {
            TestThread testThread = direct(ANNA, BOB);

            assertStands(testThread, ANNA);
            assertStands(testThread, BOB);
            assertThat(testThread.find(ANNA)).isPresent();
            assertThat(testThread.find(BOB)).isPresent();
        }

        @Test
        void aSystemMessageBringsNothingAnywhere() {
            TestThread testThread = direct(ANNA, BOB);
            testThread.system(ANNA);

            assertStands(testThread, ANNA);
            assertStands(testThread, BOB);
        }

        @Test
        void anInternalNoteBringsTheThreadOnlyToThoseWhoSeeIt() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .testThread();
            testThread.note(ANNA);

            assertStands(testThread, ANNA, SENT, ALL);
            assertStands(testThread, BOB, INBOX, ALL);
            assertStands(testThread, CAROL);
        }
    }

    @Nested
    class Archiving {

        private TestThread four() {
            TestThread testThread = group(ANNA, BOB);
            IntStream.range(0, 4).forEach(number -> testThread.say(ANNA));
            return testThread;
        }

        @Test
        void movesTheThreadFromTheInboxToTheArchive() {
            TestThread testThread = four();
            testThread.archive(BOB, 4);

            assertStands(testThread, BOB, ARCHIVED, ALL);
            assertStands(testThread, ANNA, SENT, ALL);
        }

        @Test
        void whatWasNotSeenKeepsTheThreadInTheInbox() {
            TestThread testThread = four();
            testThread.archive(BOB, 3);

            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByTakingOut() {
            TestThread testThread = four();
            testThread.archive(BOB, 4);
            testThread.unarchive(BOB);

            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            TestThread testThread = four();
            testThread.archive(BOB, 4);
            testThread.say(ANNA);

            assertStands(testThread, BOB, INBOX, ALL);
            testThread.archive(BOB, 5);
            assertStands(testThread, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByAnOwnMessage() {
            TestThread testThread = four();
            testThread.archive(BOB, 4);
            testThread.say(BOB);

            assertStands(testThread, BOB, ARCHIVED, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            TestThread testThread = four();
            testThread.archive(BOB, 4);
            testThread.system(ANNA);

            assertStands(testThread, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByANoteThatOneDoesNotSee() {
            TestThread testThread = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(BOB)
                    .with(INSIDER, CAROL)
                    .testThread();
            testThread.say(ANNA);
            testThread.archive(BOB, 1);
            testThread.archive(CAROL, 1);
            testThread.note(ANNA);

            assertStands(testThread, BOB, ARCHIVED, ALL);
            assertStands(testThread, CAROL, INBOX, ALL);
        }

        @Test
        void ofAnUnansweredThreadKeepsItInSent() {
            TestThread testThread = four();
            testThread.archive(ANNA, 4);

            assertStands(testThread, ANNA, SENT, ALL);
            testThread.say(BOB);
            assertStands(testThread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anErasedLastMessageBringsNothingBack() {
            TestThread testThread = four();
            testThread.archive(BOB, 3);
            testThread.erase(ANNA, 4);

            assertStands(testThread, BOB, INBOX, ALL);
        }
    }

    @Nested
    class Deleting {

        private TestThread answered() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            testThread.say(BOB);
            testThread.say(ANNA);
            return testThread;
        }

        @Test
        void takesTheThreadOutOfEveryBox() {
            TestThread testThread = answered();
            testThread.starThread(BOB);
            testThread.delete(BOB, 3);

            assertStands(testThread, BOB);
            assertStands(testThread, ANNA, INBOX, SENT, ALL);
            assertThat(testThread.find(BOB)).isPresent();
        }

        @Test
        void whatWasNotSeenKeepsTheThread() {
            TestThread testThread = answered();
            testThread.delete(BOB, 2);

            assertStands(testThread, BOB, INBOX, ALL);
            assertThat(testThread.seqs(BOB)).containsExactly(3L);
        }

        @Test
        void anOwnMessageAboveKeepsTheThreadInSent() {
            TestThread testThread = answered();
            testThread.delete(BOB, 1);

            assertStands(testThread, BOB, INBOX, SENT, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            TestThread testThread = answered();
            testThread.delete(BOB, 3);
            testThread.say(ANNA);

            assertStands(testThread, BOB, INBOX, ALL);
            assertThat(testThread.seqs(BOB)).containsExactly(4L);
        }

        @Test
        void bringsBackTheHistoryIfTheRuleSaysSo() {
            TestThread testThread = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .says("one")
                    .testThread();
            testThread.delete(BOB, 1);
            assertStands(testThread, BOB);

            testThread.say(ANNA);

            assertStands(testThread, BOB, INBOX, ALL);
            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void anOwnMessageBringsTheThreadToSentAlone() {
            TestThread testThread = answered();
            testThread.delete(BOB, 3);
            testThread.say(BOB);

            assertStands(testThread, BOB, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            TestThread testThread = answered();
            testThread.delete(BOB, 3);
            testThread.system(ANNA);

            assertStands(testThread, BOB);
        }

        @Test
        void ofAnArchivedThreadIsUndoneIntoTheInbox() {
            TestThread testThread = answered();
            testThread.archive(BOB, 3);
            testThread.delete(BOB, 3);
            assertStands(testThread, BOB);

            testThread.say(ANNA);
            assertStands(testThread, BOB, INBOX, ALL);
        }

        @Test
        void keepsTheStarForWhenItComesBack() {
            TestThread testThread = answered();
            testThread.starThread(BOB);
            testThread.delete(BOB, 3);
            testThread.say(ANNA);

            assertStands(testThread, BOB, INBOX, STARRED, ALL);
        }
    }
}
