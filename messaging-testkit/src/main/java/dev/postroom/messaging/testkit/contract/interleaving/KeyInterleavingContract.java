package dev.postroom.messaging.testkit.contract.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import dev.postroom.messaging.testkit.contract.ThreadDraft;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests that a client key and the direct thread of a pair exist only once when two operations claim them at the same
 * time.
 */
public abstract class KeyInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected KeyInterleavingContract() {}

    private Optional<StoredKey> bobsKey() {
        return storage().messages().findKey(client.as(BOB), Claim.key(BOB, ClientKey.of("k")));
    }

    /**
     * Returns the stored key of the first message of the thread, which Bob sent with the key k and the fingerprint f.
     */
    private StoredKey first(ThreadClient thread) {
        return new StoredKey(
                "f",
                thread.message(1),
                thread.at(1),
                thread.facts().messages().get(0).createdAt());
    }

    private void assertOneMessage(ThreadClient thread) {
        assertThat(thread.facts().lastSeq()).isEqualTo(1);
        assertThat(thread.facts().keys()).hasSize(1).containsValue(thread.message(1));
        assertThat(bobsKey()).contains(first(thread));
    }

    private void assertNothingSent(ThreadClient thread) {
        assertThat(thread.facts().lastSeq()).isZero();
        assertThat(thread.facts().keys()).isEmpty();
        assertThat(thread.log()).hasSize(1);
    }

    /** Starts a thread while another one is being started. */
    private Started whileStarting(Function<StorageClient, ThreadDraft> first, ThreadDraft second) {
        ThreadDraft[] opened = new ThreadDraft[1];
        CreateOutcome outcome = duringAll(
                in -> {
                    opened[0] = first.apply(in);
                    return opened[0].create();
                },
                second::create);
        return new Started(client.thread(opened[0].id()), outcome);
    }

    /**
     * The result of two starts at the same time.
     *
     * @param first the thread that was in flight
     * @param outcome the outcome of the other start
     */
    private record Started(ThreadClient first, CreateOutcome outcome) {}

    @Nested
    class Replies {

        @Test
        void theSameKeyInFlightSendsOnce() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> thread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(thread)));
            assertOneMessage(thread);
            assertInboxWithUnread(thread, ANNA, 1);
        }

        @Test
        void theSameKeyInFlightInAnotherThreadSendsOnce() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(thread)));
            assertOneMessage(thread);
            assertNothingSent(other);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintIsAConflict() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> thread.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(thread)));
            assertOneMessage(thread);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintInAnotherThreadIsAConflict() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadClient other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(thread)));
            assertNothingSent(other);
        }

        @Test
        void theSameKeyOfAnotherSenderIsAnotherKey() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> thread.by(ANNA).key("k", "f").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(thread.facts().keys()).hasSize(2);
        }

        @Test
        void theSameKeyInAnotherTenantIsAnotherKey() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadClient elsewhere = client.forTenant(OTHER_TENANT).group(ANNA, BOB);

            SendOutcome outcome = during(
                    thread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> elsewhere.by(BOB).key("k", "g").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertOneMessage(thread);
            assertThat(elsewhere.facts().keys()).hasSize(1);
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfTheThreadIsClosedMeanwhile() {
            ThreadClient thread = group(ANNA, BOB);
            thread.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    thread,
                    first -> first.close(ANNA),
                    () -> thread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(thread)));
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfItsSenderIsRemovedMeanwhile() {
            ThreadClient thread = group(ANNA, BOB);
            thread.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    thread,
                    first -> first.remove(ANNA, BOB),
                    () -> thread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(thread)));
            assertOneMessage(thread);
        }
    }

    @Nested
    class NewThreads {

        @Test
        void theSameKeyInFlightStartsOneThread() {
            ThreadDraft second = newThread(BOB).with(ANNA).says("hello").key("k", "f");

            Started started = whileStarting(
                    in -> in.newThread(BOB).with(ANNA).says("hello").key("k", "f"), second);

            assertThat(started.outcome()).isEqualTo(new SendOutcome.Repeated(first(started.first())));
            assertThat(client.facts(second.id())).isEmpty();
            assertOneMessage(started.first());
            assertInboxWithUnread(started.first(), ANNA, 1);
        }

        @Test
        void theKeyOfANewThreadInFlightIsFoundByAReply() {
            ThreadClient thread = group(ANNA, BOB);

            SendOutcome outcome = duringAll(
                    in -> in.newThread(BOB)
                            .with(ANNA)
                            .says("hello")
                            .key("k", "f")
                            .create(),
                    () -> thread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(bobsKey().orElseThrow()));
            assertThat(bobsKey().orElseThrow().position().threadId()).isNotEqualTo(thread.id());
            assertNothingSent(thread);
        }

        @Test
        void theKeyOfAReplyInFlightIsFoundByANewThread() {
            ThreadClient thread = group(ANNA, BOB);
            ThreadDraft second = newThread(BOB).with(CAROL).says("hello").key("k", "g");

            CreateOutcome outcome =
                    during(thread, first -> first.by(BOB).key("k", "f").send(), second::create);

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(thread)));
            assertThat(client.facts(second.id())).isEmpty();
            assertThat(client.box(CAROL, Box.ALL)).isEmpty();
        }
    }

    @Nested
    class Pairs {

        @Test
        void aPairInFlightHasOneThread() {
            ThreadDraft second = newThread(BOB).directWith(ANNA);

            Started started = whileStarting(in -> in.newThread(ANNA).directWith(BOB), second);

            assertPairTaken(started);
        }

        @Test
        void aPairInFlightRefusesAFirstMessageAndUsesUpNoKey() {
            ThreadDraft second = newThread(BOB).directWith(ANNA).says("hello").key("k", "f");

            Started started =
                    whileStarting(in -> in.newThread(ANNA).directWith(BOB).says("hello"), second);

            assertPairTaken(started);
            assertThat(bobsKey()).isEmpty();
            assertInboxWithUnread(started.first(), BOB, 1);
        }

        @Test
        void aPartyHasOneThreadWithItselfAlsoInFlight() {
            ThreadDraft second = newThread(ANNA).directWith(ANNA);

            assertPairTaken(whileStarting(in -> in.newThread(ANNA).directWith(ANNA), second));
        }

        @Test
        void theSamePairInAnotherTenantHasItsOwnThread() {
            ThreadDraft second = client.forTenant(OTHER_TENANT).newThread(ANNA).directWith(BOB);

            Started started = whileStarting(in -> in.newThread(ANNA).directWith(BOB), second);

            assertThat(started.outcome()).isEqualTo(new CreateOutcome.Created(second.id()));
        }

        @Test
        void anotherPairHasItsOwnThread() {
            ThreadDraft second = newThread(ANNA).directWith(CAROL);

            Started started = whileStarting(in -> in.newThread(ANNA).directWith(BOB), second);

            assertThat(started.outcome()).isEqualTo(new CreateOutcome.Created(second.id()));
        }

        private void assertPairTaken(Started started) {
            assertThat(started.outcome())
                    .isEqualTo(new CreateOutcome.PairTaken(started.first().id()));
            assertThat(client.refs(100)).hasSize(1);
        }
    }
}
