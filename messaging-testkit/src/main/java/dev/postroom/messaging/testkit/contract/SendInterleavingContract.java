package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.MESSAGE_CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That a send meets other changes of its thread in flight: it judges, numbers and dates by what it finds after them. */
public abstract class SendInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected SendInterleavingContract() {}

    private Talk talkOf(ThreadRules rules, Party... others) {
        return opening(ANNA).with(others).rules(rules).talk();
    }

    @Nested
    class AnotherSend {

        @Test
        void aSendComesAfterTheOneInFlightAlsoByItsTime() {
            Talk talk = group(ANNA, BOB, CAROL);
            Instant noon = world.now();

            SendOutcome late = during(
                    talk,
                    first -> first.by(ANNA).at(noon).send(),
                    () -> talk.by(BOB).at(noon.minusSeconds(5)).send());

            assertThat(late).isInstanceOfSatisfying(SendOutcome.Stored.class, stored -> {
                assertThat(stored.position()).isEqualTo(talk.at(2));
                assertThat(stored.createdAt()).isEqualTo(noon.plusNanos(1_000));
            });
            assertThat(logged(talk, MESSAGE_CREATED)).containsExactly(1L, 2L);
            assertThat(talk.facts().activityAt()).isEqualTo(noon.plusNanos(1_000));
            assertInboxWithUnread(talk, CAROL, 2);
            assertInboxWithUnread(talk, ANNA, 1);
            assertInboxWithUnread(talk, BOB, 1);
            assertThat(talk.row(CAROL).newestSeq()).isEqualTo(2);
        }

        @Test
        void aReplyThatSaysWhatItHasSeenReadsNothingThatArrivedMeanwhile() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);

            SendOutcome reply = during(
                    talk, first -> first.say(ANNA), () -> talk.by(BOB).seen(1).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(talk.row(BOB).readSeq()).isEqualTo(1);
            assertInboxWithUnread(talk, BOB, 1);
            assertInboxWithUnread(talk, ANNA, 1);
        }

        /** Whether the author can have seen a message in flight is the storage's to say; it must not be both. */
        @Test
        void aReplyThatHasSeenTheMessageInFlightIsRefusedOrReadsIt() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);

            SendOutcome reply = during(
                    talk, first -> first.say(ANNA), () -> talk.by(BOB).seen(2).send());

            boolean stored = reply instanceof SendOutcome.Stored;
            if (!stored) {
                assertThat(reply).isEqualTo(sendRefused(Refusal.BEYOND_LAST));
            }
            assertThat(talk.facts().lastSeq()).isEqualTo(stored ? 3 : 2);
            assertInboxWithUnread(talk, BOB, stored ? 0 : 2);
        }

        @Test
        void aReplyThatReadsEverythingBeforeItReadsTheMessageInFlight() {
            Talk talk = talkOf(ThreadRules.DEFAULT.replyReads(ReplyReads.EVERYTHING_BEFORE), BOB);
            talk.say(ANNA);

            SendOutcome reply =
                    during(talk, first -> first.say(ANNA), () -> talk.by(BOB).send());

            assertThat(reply).isInstanceOf(SendOutcome.Stored.class);
            assertThat(talk.row(BOB).readSeq()).isEqualTo(2);
            assertInboxWithUnread(talk, BOB, 0);
        }

        @Test
        void whoWaitsForTheFirstAnswerHasItWhenItIsInFlight() {
            Talk talk = talkOf(ThreadRules.DEFAULT.unansweredInInbox(true), BOB);

            during(talk, first -> first.say(BOB), () -> talk.by(ANNA).send());

            assertThat(talk.row(ANNA).newestSeq()).isEqualTo(1);
            assertInboxWithUnread(talk, ANNA, 1);
            assertInboxWithUnread(talk, BOB, 1);
        }

        @Test
        void sendsToDifferentThreadsDoNotMixUp() {
            Talk one = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);

            SendOutcome outcome =
                    during(one, first -> first.say(ANNA), () -> other.by(ANNA).send());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SendOutcome.Stored.class,
                            stored -> assertThat(stored.position()).isEqualTo(other.at(1)));
            assertThat(world.box(BOB, Box.INBOX)).containsExactly(other.id(), one.id());
            assertUnread(one, BOB, 1);
            assertUnread(other, BOB, 1);
        }
    }
}
