package dev.postroom.messaging.testkit.contract.interleaving;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That a send meets other changes of its thread in flight: it judges, numbers and dates by what it finds after them. */
public abstract class SendInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected SendInterleavingContract() {}

    private TestThread talkOf(ThreadRules rules, Party... others) {
        return opening(ANNA).with(others).rules(rules).testThread();
    }

    @Nested
    class AnotherSend {

        @Test
        void aSendComesAfterTheOneInFlightAlsoByItsTime() {
            TestThread testThread = group(ANNA, BOB, CAROL);
            Instant noon = testTenant.now();

            SendOutcome late = during(
                    testThread,
                    first -> first.by(ANNA).at(noon).send(),
                    () -> testThread.by(BOB).at(noon.minusSeconds(5)).send());

            assertThat(late).isInstanceOfSatisfying(SendOutcome.Stored.class, stored -> {
                assertThat(stored.position()).isEqualTo(testThread.at(2));
                assertThat(stored.createdAt()).isEqualTo(noon.plusNanos(1_000));
            });
            assertThat(logged(testThread, MESSAGE_CREATED)).containsExactly(1L, 2L);
            assertThat(testThread.facts().activityAt()).isEqualTo(noon.plusNanos(1_000));
            assertInboxWithUnread(testThread, CAROL, 2);
            assertInboxWithUnread(testThread, ANNA, 1);
            assertInboxWithUnread(testThread, BOB, 1);
            assertThat(testThread.row(CAROL).newestSeq()).isEqualTo(2);
        }

        @Test
        void aReplyThatSaysWhatItHasSeenReadsNothingThatArrivedMeanwhile() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);

            SendOutcome reply = during(
                    testThread,
                    first -> first.say(ANNA),
                    () -> testThread.by(BOB).seen(1).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(1);
            assertInboxWithUnread(testThread, BOB, 1);
            assertInboxWithUnread(testThread, ANNA, 1);
        }

        /** Whether the author can have seen a message in flight is the storage's to say; it must not be both. */
        @Test
        void aReplyThatHasSeenTheMessageInFlightIsRefusedOrReadsIt() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);

            SendOutcome reply = during(
                    testThread,
                    first -> first.say(ANNA),
                    () -> testThread.by(BOB).seen(2).send());

            boolean stored = reply instanceof SendOutcome.Stored;
            if (!stored) {
                assertThat(reply).isEqualTo(sendRefused(Refusal.BEYOND_LAST));
            }
            assertThat(testThread.facts().lastSeq()).isEqualTo(stored ? 3 : 2);
            assertInboxWithUnread(testThread, BOB, stored ? 0 : 2);
        }

        @Test
        void aReplyThatReadsEverythingBeforeItReadsTheMessageInFlight() {
            TestThread testThread = talkOf(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE), BOB);
            testThread.say(ANNA);

            SendOutcome reply = during(
                    testThread,
                    first -> first.say(ANNA),
                    () -> testThread.by(BOB).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(testThread.row(BOB).readSeq()).isEqualTo(2);
            assertInboxWithUnread(testThread, BOB, 0);
        }

        @Test
        void whoWaitsForTheFirstAnswerHasItWhenItIsInFlight() {
            TestThread testThread = talkOf(ThreadRules.DEFAULT.unansweredInInbox(true), BOB);

            during(
                    testThread,
                    first -> first.say(BOB),
                    () -> testThread.by(ANNA).send());

            assertThat(testThread.row(ANNA).newestSeq()).isEqualTo(1);
            assertInboxWithUnread(testThread, ANNA, 1);
            assertInboxWithUnread(testThread, BOB, 1);
        }

        @Test
        void sendsToDifferentThreadsDoNotMixUp() {
            TestThread one = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(one, first -> first.say(ANNA), () -> other.by(ANNA).send());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(other.at(1)));
            assertThat(testTenant.box(BOB, Box.INBOX)).containsExactly(other.id(), one.id());
            assertUnread(one, BOB, 1);
            assertUnread(other, BOB, 1);
        }
    }
}
