package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * That a client key sends once: repeated it answers the first result before any other check, used for something else
 * it is a conflict, and a refused send uses up none.
 *
 * <p>Not asserted: how long a key lives beyond its message. Keys of first messages are in
 * {@link ThreadCreationContract}, keys that differ little in {@link IdentityContract}, keys used at the same time are
 * a matter of the suites for concurrency.
 */
public abstract class ClientKeyContract extends StorageContract {

    /** For adapters to extend. */
    protected ClientKeyContract() {}

    /** Anna's message with the key k. */
    private StoredKey sent(Talk talk) {
        SendOutcome.Stored stored = talk.by(ANNA).key("k", "f").stored();
        return new StoredKey("f", stored.messageId(), stored.position(), stored.createdAt());
    }

    private void assertAnswered(StoredKey stored, Talk talk) {
        assertChangesNothing(
                new SendOutcome.Repeated(stored),
                () -> talk.by(ANNA).key("k", "f").send());
        assertChangesNothing(
                new SendOutcome.KeyConflict(stored),
                () -> talk.by(ANNA).text("other").key("k", "g").send());
    }

    @Nested
    class Repeated {

        @Test
        void aRepeatedKeyAnswersTheFirstResultAndAnotherFingerprintIsAConflict() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);
            talk.say(BOB);

            assertAnswered(stored, talk);
        }

        @Test
        void theFirstResultKeepsItsCorrectedTime() {
            Talk talk = group(ANNA, BOB);
            talk.say(BOB);
            SendOutcome.Stored stored = talk.by(ANNA)
                    .key("k", "f")
                    .at(world.latest().minusSeconds(60))
                    .stored();

            assertThat(stored.createdAt()).isEqualTo(world.latest().plusNanos(1_000));
            assertAnswered(new StoredKey("f", stored.messageId(), talk.at(2), stored.createdAt()), talk);
        }

        @Test
        void aKeyIsFoundAcrossThreads() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(ANNA, CAROL));
        }

        @Test
        void aKeyIsFoundAfterItsThreadWasClosed() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);
            talk.close(ANNA);

            assertAnswered(stored, talk);
            assertThat(talk.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.CLOSED));
        }

        @Test
        void aKeyIsFoundAfterItsSenderWasRemoved() {
            Talk talk = opening(BOB).with(ANNA).talk();
            StoredKey stored = sent(talk);
            talk.remove(BOB, ANNA);

            assertAnswered(stored, talk);
            assertThat(talk.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void aKeyIsFoundInAThreadThatIsMissing() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, world.talk(world.newThreadId()));
        }

        @Test
        void aKeyIsFoundInAThreadOneNeverWasIn() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(EVE, BOB));
        }

        @Test
        void aKeyIsFoundWhateverElseWouldBeRefused() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> talk.by(ANNA)
                            .internal()
                            .key("k", "f")
                            .revision(talk.info().revision() + 7)
                            .seen(99)
                            .quoting(99)
                            .send());
        }

        @Test
        void aKeyIsFoundAfterItsMessageWasDeletedForEveryone() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);
            talk.erase(ANNA, 1);

            assertAnswered(stored, talk);
        }

        @Test
        void aRepeatedKeyReadsNothing() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);
            talk.say(BOB);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> talk.by(ANNA).key("k", "f").seen(2).send());
        }
    }

    @Nested
    class Scope {

        @Test
        void aKeyIsItsSendersOwn() {
            Talk talk = group(ANNA, BOB);
            sent(talk);

            assertThat(talk.by(BOB).key("k", "g").stored().position()).isEqualTo(talk.at(2));
            assertThat(world.findKey(BOB, "k").orElseThrow().position()).isEqualTo(talk.at(2));
            assertThat(world.findKey(ANNA, "k").orElseThrow().position()).isEqualTo(talk.at(1));
        }

        @Test
        void anotherKeyIsAnotherMessage() {
            Talk talk = group(ANNA, BOB);
            sent(talk);

            assertThat(talk.by(ANNA).key("l", "f").stored().position()).isEqualTo(talk.at(2));
        }

        @Test
        void equalTextsWithoutAKeyAreTwoMessages() {
            Talk talk = group(ANNA, BOB);

            talk.say(ANNA, "hello");
            talk.say(ANNA, "hello");

            assertThat(talk.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void theFactsNameTheKeysMessage() {
            Talk talk = group(ANNA, BOB);
            talk.say(ANNA);
            StoredKey stored = sent(talk);

            assertThat(talk.facts().keys().values()).containsExactly(stored.messageId());
            assertThat(group(ANNA, BOB).facts().keys()).isEmpty();
        }
    }

    @Nested
    class Finding {

        @Test
        void aKeyIsFoundWithWhatItMade() {
            Talk talk = group(ANNA, BOB);
            StoredKey stored = sent(talk);

            assertThat(world.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyIsFoundForWhoeverAsksInTheTenant() {
            StoredKey stored = sent(group(ANNA, BOB));
            Claim claim = Claim.key(ANNA, ClientKey.of("k"));

            assertThat(world.storage().messages().findKey(world.as(EVE), claim)).contains(stored);
        }

        @Test
        void anUnusedKeyIsNotFound() {
            sent(group(ANNA, BOB));

            assertThat(world.findKey(ANNA, "l")).isEmpty();
            assertThat(world.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aPairIsNoKey() {
            Talk talk = direct(ANNA, BOB);
            Claim lookAlike = new Claim(Claim.Kind.KEY, Claim.pair(ANNA, BOB).name());

            assertThat(world.storage().messages().findKey(world.as(ANNA), lookAlike))
                    .isEmpty();
            assertThat(talk.by(ANNA).key(BOB.key(), "f").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class RefusedSends {

        @Test
        void aRefusedSendUsesUpNoKey() {
            Talk talk = group(BOB, CAROL);
            Talk annas = group(ANNA, BOB);
            annas.close(ANNA);
            ThreadId nowhere = world.newThreadId();

            assertSendRefused(
                    Refusal.NOT_MEMBER, () -> talk.by(ANNA).key("k", "f").send());
            assertSendRefused(Refusal.CLOSED, () -> annas.by(ANNA).key("k", "f").send());
            assertSendRefused(
                    Refusal.MISSING,
                    () -> world.talk(nowhere).by(ANNA).key("k", "f").send());
            assertThat(world.findKey(ANNA, "k")).isEmpty();

            annas.reopen(ANNA);
            assertThat(annas.by(ANNA).key("k", "another").stored().position()).isEqualTo(annas.at(1));
        }

        @Test
        void aSendRefusedForItsContentUsesUpNoKey() {
            Talk talk = group(ANNA, BOB);
            talk.say(BOB);
            long revision = talk.info().revision();

            assertSendRefused(
                    Refusal.FORBIDDEN,
                    () -> talk.by(ANNA).internal().key("k", "f").send());
            assertSendRefused(
                    Refusal.STALE,
                    () -> talk.by(ANNA).revision(revision + 1).key("k", "f").send());
            assertSendRefused(
                    Refusal.BEYOND_LAST,
                    () -> talk.by(ANNA).seen(2).key("k", "f").send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING,
                    () -> talk.by(ANNA).quoting(2).key("k", "f").send());

            assertThat(talk.by(ANNA).key("k", "another").stored().position()).isEqualTo(talk.at(2));
        }
    }
}
