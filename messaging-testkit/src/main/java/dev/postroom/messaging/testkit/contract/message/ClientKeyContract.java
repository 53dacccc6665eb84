package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that a message with a client key is sent once. A repeated send returns the first result before any other check,
 * the same key with another content is a conflict, and a refused send does not use the key.
 *
 * <p>Not asserted: how long a key lives beyond its message. {@code ThreadCreationContract} tests keys of first messages,
 * {@code IdentityContract} keys that differ little; the interleaving and race contracts test keys that are used at the
 * same time.
 */
public abstract class ClientKeyContract extends StorageContract {

    /** For adapters to extend. */
    protected ClientKeyContract() {}

    /** Returns the stored key k of Anna's message. */
    private StoredKey sent(ThreadClient thread) {
        SendOutcome.Stored stored = thread.by(ANNA).key("k", "f").stored();
        return new StoredKey("f", stored.messageId(), stored.position(), stored.createdAt());
    }

    private void assertAnswered(StoredKey stored, ThreadClient thread) {
        assertChangesNothing(
                new SendOutcome.Repeated(stored),
                () -> thread.by(ANNA).key("k", "f").send());
        assertChangesNothing(
                new SendOutcome.KeyConflict(stored),
                () -> thread.by(ANNA).text("other").key("k", "g").send());
    }

    @Nested
    class Repeated {

        @Test
        void aRepeatedKeyAnswersTheFirstResultAndAnotherFingerprintIsAConflict() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);
            thread.say(BOB);

            assertAnswered(stored, thread);
        }

        @Test
        void theFirstResultKeepsItsCorrectedTime() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(BOB);
            SendOutcome.Stored stored = thread.by(ANNA)
                    .key("k", "f")
                    .at(client.latest().minusSeconds(60))
                    .stored();

            assertThat(stored.createdAt()).isEqualTo(client.latest().plusNanos(1_000));
            assertAnswered(new StoredKey("f", stored.messageId(), thread.at(2), stored.createdAt()), thread);
        }

        @Test
        void aKeyIsFoundAcrossThreads() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(ANNA, CAROL));
        }

        @Test
        void aKeyIsFoundAfterItsThreadWasClosed() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);
            thread.close(ANNA);

            assertAnswered(stored, thread);
            assertThat(thread.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.CLOSED));
        }

        @Test
        void aKeyIsFoundAfterItsSenderWasRemoved() {
            ThreadClient thread = newThread(BOB).with(ANNA).created();
            StoredKey stored = sent(thread);
            thread.remove(BOB, ANNA);

            assertAnswered(stored, thread);
            assertThat(thread.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void aKeyIsFoundInAThreadThatIsMissing() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, client.thread(client.newThreadId()));
        }

        @Test
        void aKeyIsFoundInAThreadOneNeverWasIn() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(EVE, BOB));
        }

        @Test
        void aKeyIsFoundBeforeAnyOtherRefusal() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> thread.by(ANNA)
                            .internal()
                            .key("k", "f")
                            .revision(thread.info().revision() + 7)
                            .seen(99)
                            .quoting(99)
                            .send());
        }

        @Test
        void aKeyIsFoundAfterItsMessageWasDeletedForEveryone() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);
            thread.erase(ANNA, 1);

            assertAnswered(stored, thread);
        }

        @Test
        void aRepeatedKeyReadsNothing() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);
            thread.say(BOB);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> thread.by(ANNA).key("k", "f").seen(2).send());
        }
    }

    @Nested
    class Scope {

        @Test
        void aKeyIsItsSendersOwn() {
            ThreadClient thread = group(ANNA, BOB);
            sent(thread);

            assertThat(thread.by(BOB).key("k", "g").stored().position()).isEqualTo(thread.at(2));
            assertThat(client.findKey(BOB, "k").orElseThrow().position()).isEqualTo(thread.at(2));
            assertThat(client.findKey(ANNA, "k").orElseThrow().position()).isEqualTo(thread.at(1));
        }

        @Test
        void anotherKeyIsAnotherMessage() {
            ThreadClient thread = group(ANNA, BOB);
            sent(thread);

            assertThat(thread.by(ANNA).key("l", "f").stored().position()).isEqualTo(thread.at(2));
        }

        @Test
        void equalTextsWithoutAKeyAreTwoMessages() {
            ThreadClient thread = group(ANNA, BOB);

            thread.say(ANNA, "hello");
            thread.say(ANNA, "hello");

            assertThat(thread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void theFactsNameTheKeysMessage() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(ANNA);
            StoredKey stored = sent(thread);

            assertThat(thread.facts().keys().values()).containsExactly(stored.messageId());
            assertThat(group(ANNA, BOB).facts().keys()).isEmpty();
        }
    }

    @Nested
    class Finding {

        @Test
        void aKeyIsFoundWithTheMessageThatItMade() {
            ThreadClient thread = group(ANNA, BOB);
            StoredKey stored = sent(thread);

            assertThat(client.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyIsFoundForEveryCallerOfTheTenant() {
            StoredKey stored = sent(group(ANNA, BOB));
            Claim claim = Claim.key(ANNA, ClientKey.of("k"));

            assertThat(client.storage().messages().findKey(client.as(EVE), claim))
                    .contains(stored);
        }

        @Test
        void anUnusedKeyIsNotFound() {
            sent(group(ANNA, BOB));

            assertThat(client.findKey(ANNA, "l")).isEmpty();
            assertThat(client.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aPairIsNoKey() {
            ThreadClient thread = direct(ANNA, BOB);
            Claim lookAlike = new Claim(Claim.Kind.KEY, Claim.pair(ANNA, BOB).name());

            assertThat(client.storage().messages().findKey(client.as(ANNA), lookAlike))
                    .isEmpty();
            assertThat(thread.by(ANNA).key(BOB.key(), "f").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class RefusedSends {

        @Test
        void aRefusedSendUsesUpNoKey() {
            ThreadClient thread = group(BOB, CAROL);
            ThreadClient annas = group(ANNA, BOB);
            annas.close(ANNA);
            ThreadId nowhere = client.newThreadId();

            assertSendRefused(
                    Refusal.NOT_MEMBER, () -> thread.by(ANNA).key("k", "f").send());
            assertSendRefused(Refusal.CLOSED, () -> annas.by(ANNA).key("k", "f").send());
            assertSendRefused(
                    Refusal.MISSING,
                    () -> client.thread(nowhere).by(ANNA).key("k", "f").send());
            assertThat(client.findKey(ANNA, "k")).isEmpty();

            annas.reopen(ANNA);
            assertThat(annas.by(ANNA).key("k", "another").stored().position()).isEqualTo(annas.at(1));
        }

        @Test
        void aSendRefusedForItsContentUsesUpNoKey() {
            ThreadClient thread = group(ANNA, BOB);
            thread.say(BOB);
            long revision = thread.info().revision();

            assertSendRefused(
                    Refusal.FORBIDDEN,
                    () -> thread.by(ANNA).internal().key("k", "f").send());
            assertSendRefused(
                    Refusal.STALE,
                    () -> thread.by(ANNA).revision(revision + 1).key("k", "f").send());
            assertSendRefused(
                    Refusal.BEYOND_LAST,
                    () -> thread.by(ANNA).seen(2).key("k", "f").send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING,
                    () -> thread.by(ANNA).quoting(2).key("k", "f").send());

            assertThat(thread.by(ANNA).key("k", "another").stored().position()).isEqualTo(thread.at(2));
        }
    }
}
