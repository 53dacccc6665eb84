package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.thread.IdentityContract;
import dev.postroom.messaging.testkit.contract.thread.ThreadCreationContract;
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
    private StoredKey sent(TestThread testThread) {
        SendOutcome.Stored stored = testThread.by(ANNA).key("k", "f").stored();
        return new StoredKey("f", stored.messageId(), stored.position(), stored.createdAt());
    }

    private void assertAnswered(StoredKey stored, TestThread testThread) {
        assertChangesNothing(
                new SendOutcome.Repeated(stored),
                () -> testThread.by(ANNA).key("k", "f").send());
        assertChangesNothing(
                new SendOutcome.KeyConflict(stored),
                () -> testThread.by(ANNA).text("other").key("k", "g").send());
    }

    @Nested
    class Repeated {

        @Test
        void aRepeatedKeyAnswersTheFirstResultAndAnotherFingerprintIsAConflict() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);
            testThread.say(BOB);

            assertAnswered(stored, testThread);
        }

        @Test
        void theFirstResultKeepsItsCorrectedTime() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(BOB);
            SendOutcome.Stored stored = testThread
                    .by(ANNA)
                    .key("k", "f")
                    .at(testTenant.latest().minusSeconds(60))
                    .stored();

            assertThat(stored.createdAt()).isEqualTo(testTenant.latest().plusNanos(1_000));
            assertAnswered(new StoredKey("f", stored.messageId(), testThread.at(2), stored.createdAt()), testThread);
        }

        @Test
        void aKeyIsFoundAcrossThreads() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(ANNA, CAROL));
        }

        @Test
        void aKeyIsFoundAfterItsThreadWasClosed() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);
            testThread.close(ANNA);

            assertAnswered(stored, testThread);
            assertThat(testThread.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.CLOSED));
        }

        @Test
        void aKeyIsFoundAfterItsSenderWasRemoved() {
            TestThread testThread = opening(BOB).with(ANNA).testThread();
            StoredKey stored = sent(testThread);
            testThread.remove(BOB, ANNA);

            assertAnswered(stored, testThread);
            assertThat(testThread.by(ANNA).key("l", "f").send()).isEqualTo(sendRefused(Refusal.PAST_MEMBER));
        }

        @Test
        void aKeyIsFoundInAThreadThatIsMissing() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, testTenant.testThread(testTenant.newThreadId()));
        }

        @Test
        void aKeyIsFoundInAThreadOneNeverWasIn() {
            StoredKey stored = sent(group(ANNA, BOB));

            assertAnswered(stored, group(EVE, BOB));
        }

        @Test
        void aKeyIsFoundWhateverElseWouldBeRefused() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> testThread
                            .by(ANNA)
                            .internal()
                            .key("k", "f")
                            .revision(testThread.info().revision() + 7)
                            .seen(99)
                            .quoting(99)
                            .send());
        }

        @Test
        void aKeyIsFoundAfterItsMessageWasDeletedForEveryone() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);
            testThread.erase(ANNA, 1);

            assertAnswered(stored, testThread);
        }

        @Test
        void aRepeatedKeyReadsNothing() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);
            testThread.say(BOB);

            assertChangesNothing(
                    new SendOutcome.Repeated(stored),
                    () -> testThread.by(ANNA).key("k", "f").seen(2).send());
        }
    }

    @Nested
    class Scope {

        @Test
        void aKeyIsItsSendersOwn() {
            TestThread testThread = group(ANNA, BOB);
            sent(testThread);

            assertThat(testThread.by(BOB).key("k", "g").stored().position()).isEqualTo(testThread.at(2));
            assertThat(testTenant.findKey(BOB, "k").orElseThrow().position()).isEqualTo(testThread.at(2));
            assertThat(testTenant.findKey(ANNA, "k").orElseThrow().position()).isEqualTo(testThread.at(1));
        }

        @Test
        void anotherKeyIsAnotherMessage() {
            TestThread testThread = group(ANNA, BOB);
            sent(testThread);

            assertThat(testThread.by(ANNA).key("l", "f").stored().position()).isEqualTo(testThread.at(2));
        }

        @Test
        void equalTextsWithoutAKeyAreTwoMessages() {
            TestThread testThread = group(ANNA, BOB);

            testThread.say(ANNA, "hello");
            testThread.say(ANNA, "hello");

            assertThat(testThread.seqs(BOB)).containsExactly(1L, 2L);
        }

        @Test
        void theFactsNameTheKeysMessage() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(ANNA);
            StoredKey stored = sent(testThread);

            assertThat(testThread.facts().keys().values()).containsExactly(stored.messageId());
            assertThat(group(ANNA, BOB).facts().keys()).isEmpty();
        }
    }

    @Nested
    class Finding {

        @Test
        void aKeyIsFoundWithWhatItMade() {
            TestThread testThread = group(ANNA, BOB);
            StoredKey stored = sent(testThread);

            assertThat(testTenant.findKey(ANNA, "k")).contains(stored);
        }

        @Test
        void aKeyIsFoundForWhoeverAsksInTheTenant() {
            StoredKey stored = sent(group(ANNA, BOB));
            Claim claim = Claim.key(ANNA, ClientKey.of("k"));

            assertThat(testTenant.storage().messages().findKey(testTenant.as(EVE), claim))
                    .contains(stored);
        }

        @Test
        void anUnusedKeyIsNotFound() {
            sent(group(ANNA, BOB));

            assertThat(testTenant.findKey(ANNA, "l")).isEmpty();
            assertThat(testTenant.findKey(BOB, "k")).isEmpty();
        }

        @Test
        void aPairIsNoKey() {
            TestThread testThread = direct(ANNA, BOB);
            Claim lookAlike = new Claim(Claim.Kind.KEY, Claim.pair(ANNA, BOB).name());

            assertThat(testTenant.storage().messages().findKey(testTenant.as(ANNA), lookAlike))
                    .isEmpty();
            assertThat(testThread.by(ANNA).key(BOB.key(), "f").send()).isInstanceOf(SendOutcome.Stored.class);
        }
    }

    @Nested
    class RefusedSends {

        @Test
        void aRefusedSendUsesUpNoKey() {
            TestThread testThread = group(BOB, CAROL);
            TestThread annas = group(ANNA, BOB);
            annas.close(ANNA);
            ThreadId nowhere = testTenant.newThreadId();

            assertSendRefused(
                    Refusal.NOT_MEMBER, () -> testThread.by(ANNA).key("k", "f").send());
            assertSendRefused(Refusal.CLOSED, () -> annas.by(ANNA).key("k", "f").send());
            assertSendRefused(
                    Refusal.MISSING,
                    () -> testTenant.testThread(nowhere).by(ANNA).key("k", "f").send());
            assertThat(testTenant.findKey(ANNA, "k")).isEmpty();

            annas.reopen(ANNA);
            assertThat(annas.by(ANNA).key("k", "another").stored().position()).isEqualTo(annas.at(1));
        }

        @Test
        void aSendRefusedForItsContentUsesUpNoKey() {
            TestThread testThread = group(ANNA, BOB);
            testThread.say(BOB);
            long revision = testThread.info().revision();

            assertSendRefused(
                    Refusal.FORBIDDEN,
                    () -> testThread.by(ANNA).internal().key("k", "f").send());
            assertSendRefused(
                    Refusal.STALE,
                    () -> testThread
                            .by(ANNA)
                            .revision(revision + 1)
                            .key("k", "f")
                            .send());
            assertSendRefused(
                    Refusal.BEYOND_LAST,
                    () -> testThread.by(ANNA).seen(2).key("k", "f").send());
            assertSendRefused(
                    Refusal.QUOTED_MISSING,
                    () -> testThread.by(ANNA).quoting(2).key("k", "f").send());

            assertThat(testThread.by(ANNA).key("k", "another").stored().position())
                    .isEqualTo(testThread.at(2));
        }
    }
}
