package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that a send which meets another change of its thread in flight takes its decision, seq and time from the thread
 * after that change.
 */
public abstract class SendInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected SendInterleavingContract() {}

    private ThreadClient threadOf(ThreadRules rules, Party... others) {
        return newThread(ANNA).with(others).rules(rules).created();
    }

    @Nested
    class AnotherSend {

        @Test
        void aSendComesAfterTheOneInFlightAlsoByItsTime() {
            ThreadClient thread = group(ANNA, BOB, CAROL);
            Instant noon = client.now();

            SendOutcome late = during(
                    thread,
                    first -> first.by(ANNA).at(noon).send(),
                    () -> thread.by(BOB).at(noon.minusSeconds(5)).send());

            assertThat(late).isInstanceOfSatisfying(SendOutcome.Stored.class, stored -> {
                assertThat(stored.position()).isEqualTo(thread.at(2));
                assertThat(stored.createdAt()).isEqualTo(noon.plusNanos(1_000));
            });
            assertThat(thread.loggedSeqs(MESSAGE_CREATED)).containsExactly(1L, 2L);
            assertThat(thread.facts().activityAt()).isEqualTo(noon.plusNanos(1_000));
            assertInboxWithUnread(thread, CAROL, 2);
            assertInboxWithUnread(thread, ANNA, 1);
            assertInboxWithUnread(thread, BOB, 1);
            assertThat(thread.row(CAROL).newestSeq()).isEqualTo(2);
        }

        @Test
        void aReplyWithASeenSeqReadsNothingThatArrivedMeanwhile() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);

            SendOutcome reply = during(
                    thread,
                    first -> first.say(ANNA),
                    () -> thread.by(BOB).seen(1).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(thread.row(BOB).readSeq()).isEqualTo(1);
            assertInboxWithUnread(thread, BOB, 1);
            assertInboxWithUnread(thread, ANNA, 1);
        }

        /**
         * A storage may decide whether the author can have seen a message in flight, but the outcome and the position
         * must agree.
         */
        @Test
        void aReplyThatHasSeenTheMessageInFlightIsRefusedOrReadsIt() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);

            SendOutcome reply = during(
                    thread,
                    first -> first.say(ANNA),
                    () -> thread.by(BOB).seen(2).send());

            boolean stored = reply instanceof SendOutcome.Stored;
            if (!stored) {
                assertThat(reply).isEqualTo(sendRefused(Refusal.BEYOND_LAST));
            }
            assertThat(thread.facts().lastSeq()).isEqualTo(stored ? 3 : 2);
            assertInboxWithUnread(thread, BOB, stored ? 0 : 2);
        }

        @Test
        void aReplyThatReadsEverythingBeforeItReadsTheMessageInFlight() {
            ThreadClient thread = threadOf(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE), BOB);
            thread.say(ANNA);

            SendOutcome reply = during(
                    thread, first -> first.say(ANNA), () -> thread.by(BOB).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(thread.row(BOB).readSeq()).isEqualTo(2);
            assertInboxWithUnread(thread, BOB, 0);
        }

        @Test
        void aStarterWhoWaitsForTheFirstAnswerHasTheAnswerInFlight() {
            ThreadClient thread = threadOf(ThreadRules.DEFAULT.unansweredInInbox(true), BOB);

            during(thread, first -> first.say(BOB), () -> thread.by(ANNA).send());

            assertThat(thread.row(ANNA).newestSeq()).isEqualTo(1);
            assertInboxWithUnread(thread, ANNA, 1);
            assertInboxWithUnread(thread, BOB, 1);
        }

        @Test
        void sendsToDifferentThreadsDoNotMixUp() {
            ThreadClient one = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(one, first -> first.say(ANNA), () -> other.by(ANNA).send());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(other.at(1)));
            assertThat(client.box(BOB, Box.INBOX)).containsExactly(other.id(), one.id());
            assertUnread(one, BOB, 1);
            assertUnread(other, BOB, 1);
        }
    }
}
