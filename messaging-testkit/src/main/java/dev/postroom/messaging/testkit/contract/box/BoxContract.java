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
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests in which boxes a thread is, and which operations move it to another box. After each step the test lists and
 * counts every box.
 *
 * <p>Not asserted: the boxes of a thread that its reader archived or deleted, if only a system message came afterwards.
 * {@link BoxPageContract} tests order and pages.
 */
public abstract class BoxContract extends StorageContract {

    /** For adapters to extend. */
    protected BoxContract() {}

    @Nested
    class NewThreads {

        @Test
        void aThreadIsInTheInboxOfOthersAndInSentOfItsStarter() {
            ThreadClient thread = newThread(ANNA).with(BOB, CAROL).says("hello").created();

            assertInBoxes(thread, ANNA, SENT, ALL);
            assertInBoxes(thread, BOB, INBOX, ALL);
            assertInBoxes(thread, CAROL, INBOX, ALL);
            assertInBoxes(thread, EVE);
        }

        @Test
        void anAnsweredThreadIsInItsStartersInbox() {
            ThreadClient thread = newThread(ANNA).with(BOB).says("hello").created();
            thread.say(BOB);

            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
            assertInBoxes(thread, BOB, INBOX, SENT, ALL);
        }

        @Test
        void anUnansweredThreadIsInItsStartersInboxIfTheRuleSaysSo() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .created();

            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
            assertThat(thread.unread(ANNA)).isZero();
            assertThat(client.box(ANNA, INBOX, Filter.READ)).containsExactly(thread.id());
        }

        @Test
        void theRuleShowsALaterUnansweredMessageToo() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .created();
            assertInBoxes(thread, ANNA);

            thread.say(BOB);

            assertInBoxes(thread, BOB, INBOX, SENT, ALL);
            assertInBoxes(thread, ANNA, INBOX, ALL);
        }

        @Test
        void theRuleRevivesNothing() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .created();
            thread.archive(ANNA, 1);
            thread.say(ANNA);

            assertInBoxes(thread, ANNA, ARCHIVED, SENT, ALL);
            thread.delete(ANNA, 2);
            thread.say(ANNA);
            assertInBoxes(thread, ANNA, SENT, ALL);
        }

        @Test
        void aThreadWithOneselfIsInInboxAndSent() {
            ThreadClient thread =
                    newThread(ANNA).directWith(ANNA).says("note to self").created();

            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
            assertThat(thread.unread(ANNA)).isZero();
        }

        @Test
        void aGroupOfOneIsInInboxAndSent() {
            ThreadClient thread = group(ANNA);
            thread.say(ANNA);

            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anEmptyDirectThreadIsInNoBox() {
            ThreadClient thread = direct(ANNA, BOB);

            assertInBoxes(thread, ANNA);
            assertInBoxes(thread, BOB);
            assertThat(thread.find(ANNA)).isPresent();
            assertThat(thread.find(BOB)).isPresent();
        }

        @Test
        void aSystemMessageBringsNothingAnywhere() {
            ThreadClient thread = direct(ANNA, BOB);
            thread.system(ANNA);

            assertInBoxes(thread, ANNA);
            assertInBoxes(thread, BOB);
        }

        @Test
        void anInternalNoteBringsTheThreadOnlyToMembersWhoSeeIt() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(INTERNAL_MEMBER, BOB)
                    .with(CAROL)
                    .created();
            thread.note(ANNA);

            assertInBoxes(thread, ANNA, SENT, ALL);
            assertInBoxes(thread, BOB, INBOX, ALL);
            assertInBoxes(thread, CAROL);
        }
    }

    @Nested
    class Archiving {

        private ThreadClient four() {
            ThreadClient thread = group(ANNA, BOB);
            IntStream.range(0, 4).forEach(number -> thread.say(ANNA));
            return thread;
        }

        @Test
        void movesTheThreadFromTheInboxToTheArchive() {
            ThreadClient thread = four();
            thread.archive(BOB, 4);

            assertInBoxes(thread, BOB, ARCHIVED, ALL);
            assertInBoxes(thread, ANNA, SENT, ALL);
        }

        @Test
        void anUnseenMessageKeepsTheThreadInTheInbox() {
            ThreadClient thread = four();
            thread.archive(BOB, 3);

            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByTakingOut() {
            ThreadClient thread = four();
            thread.archive(BOB, 4);
            thread.unarchive(BOB);

            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            ThreadClient thread = four();
            thread.archive(BOB, 4);
            thread.say(ANNA);

            assertInBoxes(thread, BOB, INBOX, ALL);
            thread.archive(BOB, 5);
            assertInBoxes(thread, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByAnOwnMessage() {
            ThreadClient thread = four();
            thread.archive(BOB, 4);
            thread.say(BOB);

            assertInBoxes(thread, BOB, ARCHIVED, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            ThreadClient thread = four();
            thread.archive(BOB, 4);
            thread.system(ANNA);

            assertInBoxes(thread, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByANoteThatThePartyDoesNotSee() {
            ThreadClient thread = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(BOB)
                    .with(INTERNAL_MEMBER, CAROL)
                    .created();
            thread.say(ANNA);
            thread.archive(BOB, 1);
            thread.archive(CAROL, 1);
            thread.note(ANNA);

            assertInBoxes(thread, BOB, ARCHIVED, ALL);
            assertInBoxes(thread, CAROL, INBOX, ALL);
        }

        @Test
        void keepsAnUnansweredThreadInSent() {
            ThreadClient thread = four();
            thread.archive(ANNA, 4);

            assertInBoxes(thread, ANNA, SENT, ALL);
            thread.say(BOB);
            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anErasedLastMessageBringsNothingBack() {
            ThreadClient thread = four();
            thread.archive(BOB, 3);
            thread.erase(ANNA, 4);

            assertInBoxes(thread, BOB, INBOX, ALL);
        }
    }

    @Nested
    class Deleting {

        private ThreadClient answered() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            thread.say(BOB);
            thread.say(ANNA);
            return thread;
        }

        @Test
        void takesTheThreadOutOfEveryBox() {
            ThreadClient thread = answered();
            thread.starThread(BOB);
            thread.delete(BOB, 3);

            assertInBoxes(thread, BOB);
            assertInBoxes(thread, ANNA, INBOX, SENT, ALL);
            assertThat(thread.find(BOB)).isPresent();
        }

        @Test
        void anUnseenMessageKeepsTheThread() {
            ThreadClient thread = answered();
            thread.delete(BOB, 2);

            assertInBoxes(thread, BOB, INBOX, ALL);
            assertThat(thread.seqs(BOB)).containsExactly(3L);
        }

        @Test
        void anOwnMessageAboveKeepsTheThreadInSent() {
            ThreadClient thread = answered();
            thread.delete(BOB, 1);

            assertInBoxes(thread, BOB, INBOX, SENT, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            ThreadClient thread = answered();
            thread.delete(BOB, 3);
            thread.say(ANNA);

            assertInBoxes(thread, BOB, INBOX, ALL);
            assertThat(thread.seqs(BOB)).containsExactly(4L);
        }

        @Test
        void bringsBackTheHistoryIfTheRuleSaysSo() {
            ThreadClient thread = newThread(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .says("one")
                    .created();
            thread.delete(BOB, 1);
            assertInBoxes(thread, BOB);

            thread.say(ANNA);

            assertInBoxes(thread, BOB, INBOX, ALL);
            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void anOwnMessageBringsTheThreadToSentAlone() {
            ThreadClient thread = answered();
            thread.delete(BOB, 3);
            thread.say(BOB);

            assertInBoxes(thread, BOB, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            ThreadClient thread = answered();
            thread.delete(BOB, 3);
            thread.system(ANNA);

            assertInBoxes(thread, BOB);
        }

        @Test
        void isUndoneIntoTheInboxForAnArchivedThread() {
            ThreadClient thread = answered();
            thread.archive(BOB, 3);
            thread.delete(BOB, 3);
            assertInBoxes(thread, BOB);

            thread.say(ANNA);
            assertInBoxes(thread, BOB, INBOX, ALL);
        }

        @Test
        void keepsTheStarUntilItComesBack() {
            ThreadClient thread = answered();
            thread.starThread(BOB);
            thread.delete(BOB, 3);
            thread.say(ANNA);

            assertInBoxes(thread, BOB, INBOX, STARRED, ALL);
        }
    }
}
