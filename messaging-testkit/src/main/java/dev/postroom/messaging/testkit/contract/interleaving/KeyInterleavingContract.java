package dev.postroom.messaging.testkit.contract.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.contract.InterleavingContract;
import dev.postroom.messaging.testkit.contract.TestTenant;
import dev.postroom.messaging.testkit.contract.TestThread;
import dev.postroom.messaging.testkit.contract.ThreadDraft;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That what may exist only once, a client key and the thread of a pair, exists only once when two claim it together. */
public abstract class KeyInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected KeyInterleavingContract() {}

    private Optional<StoredKey> bobsKey() {
        return storage().messages().findKey(testTenant.as(BOB), Claim.key(BOB, ClientKey.of("k")));
    }

    /** The first message of the thread, which Bob sent with the key k and the fingerprint f. */
    private StoredKey first(TestThread testThread) {
        return new StoredKey(
                "f",
                testThread.message(1),
                testThread.at(1),
                testThread.facts().messages().get(0).createdAt());
    }

    private void assertOneMessage(TestThread testThread) {
        assertThat(testThread.facts().lastSeq()).isEqualTo(1);
        assertThat(testThread.facts().keys()).hasSize(1).containsValue(testThread.message(1));
        assertThat(bobsKey()).contains(first(testThread));
    }

    private void assertNothingSent(TestThread testThread) {
        assertThat(testThread.facts().lastSeq()).isZero();
        assertThat(testThread.facts().keys()).isEmpty();
        assertThat(testThread.log()).hasSize(1);
    }

    /** Starts a thread while another one is being started. */
    private Started whileStarting(Function<TestTenant, ThreadDraft> first, ThreadDraft second) {
        ThreadDraft[] opened = new ThreadDraft[1];
        CreateOutcome outcome = duringAll(
                in -> {
                    opened[0] = first.apply(in);
                    return opened[0].create();
                },
                second::create);
        return new Started(testTenant.testThread(opened[0].id()), outcome);
    }

    /**
     * What became of two threads that were started at the same time.
     *
     * @param first the thread that was in flight
     * @param outcome what the other was answered
     */
    private record Started(TestThread first, CreateOutcome outcome) {}

    @Nested
    class Replies {

        @Test
        void theSameKeyInFlightSendsOnce() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> testThread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(testThread)));
            assertOneMessage(testThread);
            assertInboxWithUnread(testThread, ANNA, 1);
        }

        @Test
        void theSameKeyInFlightInAnotherThreadSendsOnce() {
            TestThread testThread = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(testThread)));
            assertOneMessage(testThread);
            assertNothingSent(other);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintIsAConflict() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> testThread.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(testThread)));
            assertOneMessage(testThread);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintInAnotherThreadIsAConflict() {
            TestThread testThread = group(ANNA, BOB);
            TestThread other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(testThread)));
            assertNothingSent(other);
        }

        @Test
        void theSameKeyOfAnotherSenderIsAnotherKey() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> testThread.by(ANNA).key("k", "f").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(testThread.facts().keys()).hasSize(2);
        }

        @Test
        void theSameKeyInAnotherTenantIsAnotherKey() {
            TestThread testThread = group(ANNA, BOB);
            TestThread elsewhere = testTenant.in(ELSEWHERE).group(ANNA, BOB);

            SendOutcome outcome = during(
                    testThread,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> elsewhere.by(BOB).key("k", "g").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertOneMessage(testThread);
            assertThat(elsewhere.facts().keys()).hasSize(1);
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfTheThreadIsClosedMeanwhile() {
            TestThread testThread = group(ANNA, BOB);
            testThread.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    testThread,
                    first -> first.close(ANNA),
                    () -> testThread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(testThread)));
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfItsSenderIsRemovedMeanwhile() {
            TestThread testThread = group(ANNA, BOB);
            testThread.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    testThread,
                    first -> first.remove(ANNA, BOB),
                    () -> testThread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(testThread)));
            assertOneMessage(testThread);
        }
    }

    @Nested
    class NewThreads {

        @Test
        void theSameKeyInFlightStartsOneThread() {
            ThreadDraft second = opening(BOB).with(ANNA).says("hello").key("k", "f");

            Started started =
                    whileStarting(in -> in.opening(BOB).with(ANNA).says("hello").key("k", "f"), second);

            assertThat(started.outcome()).isEqualTo(new SendOutcome.Repeated(first(started.first())));
            assertThat(testTenant.facts(second.id())).isEmpty();
            assertOneMessage(started.first());
            assertInboxWithUnread(started.first(), ANNA, 1);
        }

        @Test
        void theKeyOfANewThreadInFlightIsFoundByAReply() {
            TestThread testThread = group(ANNA, BOB);

            SendOutcome outcome = duringAll(
                    in -> in.opening(BOB).with(ANNA).says("hello").key("k", "f").create(),
                    () -> testThread.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(bobsKey().orElseThrow()));
            assertThat(bobsKey().orElseThrow().position().threadId()).isNotEqualTo(testThread.id());
            assertNothingSent(testThread);
        }

        @Test
        void theKeyOfAReplyInFlightIsFoundByANewThread() {
            TestThread testThread = group(ANNA, BOB);
            ThreadDraft second = opening(BOB).with(CAROL).says("hello").key("k", "g");

            CreateOutcome outcome =
                    during(testThread, first -> first.by(BOB).key("k", "f").send(), second::create);

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(testThread)));
            assertThat(testTenant.facts(second.id())).isEmpty();
            assertThat(testTenant.box(CAROL, Box.ALL)).isEmpty();
        }
    }

    @Nested
    class Pairs {

        @Test
        void aPairInFlightHasOneThread() {
            ThreadDraft second = opening(BOB).directWith(ANNA);

            Started started = whileStarting(in -> in.opening(ANNA).directWith(BOB), second);

            assertPairTaken(started);
        }

        @Test
        void aPairInFlightRefusesAFirstMessageAndUsesUpNoKey() {
            ThreadDraft second = opening(BOB).directWith(ANNA).says("hello").key("k", "f");

            Started started =
                    whileStarting(in -> in.opening(ANNA).directWith(BOB).says("hello"), second);

            assertPairTaken(started);
            assertThat(bobsKey()).isEmpty();
            assertInboxWithUnread(started.first(), BOB, 1);
        }

        @Test
        void oneHasOneThreadWithOneselfAlsoInFlight() {
            ThreadDraft second = opening(ANNA).directWith(ANNA);

            assertPairTaken(whileStarting(in -> in.opening(ANNA).directWith(ANNA), second));
        }

        @Test
        void theSamePairInAnotherTenantHasItsOwnThread() {
            ThreadDraft second = testTenant.in(ELSEWHERE).opening(ANNA).directWith(BOB);

            Started started = whileStarting(in -> in.opening(ANNA).directWith(BOB), second);

            assertThat(started.outcome()).isEqualTo(new CreateOutcome.Created(second.id()));
        }

        @Test
        void anotherPairHasItsOwnThread() {
            ThreadDraft second = opening(ANNA).directWith(CAROL);

            Started started = whileStarting(in -> in.opening(ANNA).directWith(BOB), second);

            assertThat(started.outcome()).isEqualTo(new CreateOutcome.Created(second.id()));
        }

        private void assertPairTaken(Started started) {
            assertThat(started.outcome())
                    .isEqualTo(new CreateOutcome.PairTaken(started.first().id()));
            assertThat(testTenant.refs(100)).hasSize(1);
        }
    }
}
