package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That what may exist only once, a client key and the thread of a pair, exists only once when two claim it together. */
public abstract class KeyInterleavingContract extends InterleavingContract {

    /** For adapters to extend. */
    protected KeyInterleavingContract() {}

    private Optional<StoredKey> bobsKey() {
        return storage().messages().findKey(world.as(BOB), Claim.key(BOB, ClientKey.of("k")));
    }

    /** The first message of the thread, which Bob sent with the key k and the fingerprint f. */
    private StoredKey first(Talk talk) {
        return new StoredKey(
                "f", talk.message(1), talk.at(1), talk.facts().messages().get(0).createdAt());
    }

    private void assertOneMessage(Talk talk) {
        assertThat(talk.facts().lastSeq()).isEqualTo(1);
        assertThat(talk.facts().keys()).hasSize(1).containsValue(talk.message(1));
        assertThat(bobsKey()).contains(first(talk));
    }

    private void assertNothingSent(Talk talk) {
        assertThat(talk.facts().lastSeq()).isZero();
        assertThat(talk.facts().keys()).isEmpty();
        assertThat(talk.log()).hasSize(1);
    }

    /** Starts a thread while another one is being started. */
    private Started whileStarting(Function<World, ThreadDraft> first, ThreadDraft second) {
        ThreadDraft[] opened = new ThreadDraft[1];
        CreateOutcome outcome = duringAll(
                in -> {
                    opened[0] = first.apply(in);
                    return opened[0].create();
                },
                second::create);
        return new Started(world.talk(opened[0].id()), outcome);
    }

    /**
     * What became of two threads that were started at the same time.
     *
     * @param first the thread that was in flight
     * @param outcome what the other was answered
     */
    private record Started(Talk first, CreateOutcome outcome) {}

    @Nested
    class Replies {

        @Test
        void theSameKeyInFlightSendsOnce() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> talk.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(talk)));
            assertOneMessage(talk);
            assertInboxWithUnread(talk, ANNA, 1);
        }

        @Test
        void theSameKeyInFlightInAnotherThreadSendsOnce() {
            Talk talk = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(talk)));
            assertOneMessage(talk);
            assertNothingSent(other);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintIsAConflict() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> talk.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(talk)));
            assertOneMessage(talk);
        }

        @Test
        void aKeyInFlightWithAnotherFingerprintInAnotherThreadIsAConflict() {
            Talk talk = group(ANNA, BOB);
            Talk other = group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> other.by(BOB).key("k", "g").send());

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(talk)));
            assertNothingSent(other);
        }

        @Test
        void theSameKeyOfAnotherSenderIsAnotherKey() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> talk.by(ANNA).key("k", "f").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertThat(talk.facts().keys()).hasSize(2);
        }

        @Test
        void theSameKeyInAnotherTenantIsAnotherKey() {
            Talk talk = group(ANNA, BOB);
            Talk elsewhere = world.in(ELSEWHERE).group(ANNA, BOB);

            SendOutcome outcome = during(
                    talk,
                    first -> first.by(BOB).key("k", "f").send(),
                    () -> elsewhere.by(BOB).key("k", "g").send());

            assertThat(outcome).isInstanceOf(SendOutcome.Stored.class);
            assertOneMessage(talk);
            assertThat(elsewhere.facts().keys()).hasSize(1);
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfTheThreadIsClosedMeanwhile() {
            Talk talk = group(ANNA, BOB);
            talk.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    talk,
                    first -> first.close(ANNA),
                    () -> talk.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(talk)));
        }

        @Test
        void aRepeatedKeyIsAnsweredAlsoIfItsSenderIsRemovedMeanwhile() {
            Talk talk = group(ANNA, BOB);
            talk.by(BOB).key("k", "f").stored();

            SendOutcome outcome = during(
                    talk,
                    first -> first.remove(ANNA, BOB),
                    () -> talk.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(first(talk)));
            assertOneMessage(talk);
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
            assertThat(world.facts(second.id())).isEmpty();
            assertOneMessage(started.first());
            assertInboxWithUnread(started.first(), ANNA, 1);
        }

        @Test
        void theKeyOfANewThreadInFlightIsFoundByAReply() {
            Talk talk = group(ANNA, BOB);

            SendOutcome outcome = duringAll(
                    in -> in.opening(BOB).with(ANNA).says("hello").key("k", "f").create(),
                    () -> talk.by(BOB).key("k", "f").send());

            assertThat(outcome).isEqualTo(new SendOutcome.Repeated(bobsKey().orElseThrow()));
            assertThat(bobsKey().orElseThrow().position().threadId()).isNotEqualTo(talk.id());
            assertNothingSent(talk);
        }

        @Test
        void theKeyOfAReplyInFlightIsFoundByANewThread() {
            Talk talk = group(ANNA, BOB);
            ThreadDraft second = opening(BOB).with(CAROL).says("hello").key("k", "g");

            CreateOutcome outcome =
                    during(talk, first -> first.by(BOB).key("k", "f").send(), second::create);

            assertThat(outcome).isEqualTo(new SendOutcome.KeyConflict(first(talk)));
            assertThat(world.facts(second.id())).isEmpty();
            assertThat(world.box(CAROL, Box.ALL)).isEmpty();
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
            ThreadDraft second = world.in(ELSEWHERE).opening(ANNA).directWith(BOB);

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
            assertThat(world.refs(100)).hasSize(1);
        }
    }
}
