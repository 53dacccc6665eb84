package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.model.Box.ALL;
import static dev.postroom.messaging.model.Box.ARCHIVED;
import static dev.postroom.messaging.model.Box.INBOX;
import static dev.postroom.messaging.model.Box.SENT;
import static dev.postroom.messaging.model.Box.STARRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.BoxQuery.Filter;
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
            Talk talk = opening(ANNA).with(BOB, CAROL).says("hello").talk();

            assertStands(talk, ANNA, SENT, ALL);
            assertStands(talk, BOB, INBOX, ALL);
            assertStands(talk, CAROL, INBOX, ALL);
            assertStands(talk, EVE);
        }

        @Test
        void anAnsweredThreadStandsInItsStartersInbox() {
            Talk talk = opening(ANNA).with(BOB).says("hello").talk();
            talk.say(BOB);

            assertStands(talk, ANNA, INBOX, SENT, ALL);
            assertStands(talk, BOB, INBOX, SENT, ALL);
        }

        @Test
        void anUnansweredThreadStandsInItsStartersInboxIfTheRuleSaysSo() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .talk();

            assertStands(talk, ANNA, INBOX, SENT, ALL);
            assertThat(talk.unread(ANNA)).isZero();
            assertThat(world.box(ANNA, INBOX, Filter.READ)).containsExactly(talk.id());
        }

        @Test
        void theRuleShowsALaterUnansweredMessageToo() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .talk();
            assertStands(talk, ANNA);

            talk.say(BOB);

            assertStands(talk, BOB, INBOX, SENT, ALL);
            assertStands(talk, ANNA, INBOX, ALL);
        }

        @Test
        void theRuleRevivesNothing() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.unansweredInInbox(true))
                    .says("hello")
                    .talk();
            talk.archive(ANNA, 1);
            talk.say(ANNA);

            assertStands(talk, ANNA, ARCHIVED, SENT, ALL);
            talk.delete(ANNA, 2);
            talk.say(ANNA);
            assertStands(talk, ANNA, SENT, ALL);
        }

        @Test
        void aThreadWithOneselfStandsInInboxAndSent() {
            Talk talk = opening(ANNA).directWith(ANNA).says("note to self").talk();

            assertStands(talk, ANNA, INBOX, SENT, ALL);
            assertThat(talk.unread(ANNA)).isZero();
        }

        @Test
        void aGroupOfOneStandsInInboxAndSent() {
            Talk talk = group(ANNA);
            talk.say(ANNA);

            assertStands(talk, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anEmptyDirectThreadStandsNowhere() {
            Talk talk = direct(ANNA, BOB);

            assertStands(talk, ANNA);
            assertStands(talk, BOB);
            assertThat(talk.find(ANNA)).isPresent();
            assertThat(talk.find(BOB)).isPresent();
        }

        @Test
        void aSystemMessageBringsNothingAnywhere() {
            Talk talk = direct(ANNA, BOB);
            talk.system(ANNA);

            assertStands(talk, ANNA);
            assertStands(talk, BOB);
        }

        @Test
        void anInternalNoteBringsTheThreadOnlyToThoseWhoSeeIt() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(INSIDER, BOB)
                    .with(CAROL)
                    .talk();
            talk.note(ANNA);

            assertStands(talk, ANNA, SENT, ALL);
            assertStands(talk, BOB, INBOX, ALL);
            assertStands(talk, CAROL);
        }
    }

    @Nested
    class Archiving {

        private Talk four() {
            Talk talk = group(ANNA, BOB);
            IntStream.range(0, 4).forEach(number -> talk.say(ANNA));
            return talk;
        }

        @Test
        void movesTheThreadFromTheInboxToTheArchive() {
            Talk talk = four();
            talk.archive(BOB, 4);

            assertStands(talk, BOB, ARCHIVED, ALL);
            assertStands(talk, ANNA, SENT, ALL);
        }

        @Test
        void whatWasNotSeenKeepsTheThreadInTheInbox() {
            Talk talk = four();
            talk.archive(BOB, 3);

            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByTakingOut() {
            Talk talk = four();
            talk.archive(BOB, 4);
            talk.unarchive(BOB);

            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            Talk talk = four();
            talk.archive(BOB, 4);
            talk.say(ANNA);

            assertStands(talk, BOB, INBOX, ALL);
            talk.archive(BOB, 5);
            assertStands(talk, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByAnOwnMessage() {
            Talk talk = four();
            talk.archive(BOB, 4);
            talk.say(BOB);

            assertStands(talk, BOB, ARCHIVED, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            Talk talk = four();
            talk.archive(BOB, 4);
            talk.system(ANNA);

            assertStands(talk, BOB, ARCHIVED, ALL);
        }

        @Test
        void isNotUndoneByANoteThatOneDoesNotSee() {
            Talk talk = opening(ANNA)
                    .starterRights(CHIEF)
                    .with(BOB)
                    .with(INSIDER, CAROL)
                    .talk();
            talk.say(ANNA);
            talk.archive(BOB, 1);
            talk.archive(CAROL, 1);
            talk.note(ANNA);

            assertStands(talk, BOB, ARCHIVED, ALL);
            assertStands(talk, CAROL, INBOX, ALL);
        }

        @Test
        void ofAnUnansweredThreadKeepsItInSent() {
            Talk talk = four();
            talk.archive(ANNA, 4);

            assertStands(talk, ANNA, SENT, ALL);
            talk.say(BOB);
            assertStands(talk, ANNA, INBOX, SENT, ALL);
        }

        @Test
        void anErasedLastMessageBringsNothingBack() {
            Talk talk = four();
            talk.archive(BOB, 3);
            talk.erase(ANNA, 4);

            assertStands(talk, BOB, INBOX, ALL);
        }
    }

    @Nested
    class Deleting {

        private Talk answered() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            talk.say(BOB);
            talk.say(ANNA);
            return talk;
        }

        @Test
        void takesTheThreadOutOfEveryBox() {
            Talk talk = answered();
            talk.starThread(BOB);
            talk.delete(BOB, 3);

            assertStands(talk, BOB);
            assertStands(talk, ANNA, INBOX, SENT, ALL);
            assertThat(talk.find(BOB)).isPresent();
        }

        @Test
        void whatWasNotSeenKeepsTheThread() {
            Talk talk = answered();
            talk.delete(BOB, 2);

            assertStands(talk, BOB, INBOX, ALL);
            assertThat(talk.seqs(BOB)).containsExactly(3L);
        }

        @Test
        void anOwnMessageAboveKeepsTheThreadInSent() {
            Talk talk = answered();
            talk.delete(BOB, 1);

            assertStands(talk, BOB, INBOX, SENT, ALL);
        }

        @Test
        void isUndoneByAMessageOfSomebodyElse() {
            Talk talk = answered();
            talk.delete(BOB, 3);
            talk.say(ANNA);

            assertStands(talk, BOB, INBOX, ALL);
            assertThat(talk.seqs(BOB)).containsExactly(4L);
        }

        @Test
        void bringsBackTheHistoryIfTheRuleSaysSo() {
            Talk talk = opening(ANNA)
                    .with(BOB)
                    .rules(ThreadRules.DEFAULT.reviveWithHistory(true))
                    .says("one")
                    .talk();
            talk.delete(BOB, 1);
            assertStands(talk, BOB);

            talk.say(ANNA);

            assertStands(talk, BOB, INBOX, ALL);
            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void anOwnMessageBringsTheThreadToSentAlone() {
            Talk talk = answered();
            talk.delete(BOB, 3);
            talk.say(BOB);

            assertStands(talk, BOB, SENT, ALL);
        }

        @Test
        void isNotUndoneByASystemMessage() {
            Talk talk = answered();
            talk.delete(BOB, 3);
            talk.system(ANNA);

            assertStands(talk, BOB);
        }

        @Test
        void ofAnArchivedThreadIsUndoneIntoTheInbox() {
            Talk talk = answered();
            talk.archive(BOB, 3);
            talk.delete(BOB, 3);
            assertStands(talk, BOB);

            talk.say(ANNA);
            assertStands(talk, BOB, INBOX, ALL);
        }

        @Test
        void keepsTheStarForWhenItComesBack() {
            Talk talk = answered();
            talk.starThread(BOB);
            talk.delete(BOB, 3);
            talk.say(ANNA);

            assertStands(talk, BOB, INBOX, STARRED, ALL);
        }
    }
}
