package dev.postroom.messaging.testkit.contract.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests that a client key and the direct thread of a pair exist only once, although many Java threads claim them at the
 * same moment.
 */
public abstract class OnceRaceContract extends RaceContract {

    /** For adapters to extend. */
    protected OnceRaceContract() {}

    @Test
    void aPairHasOneThreadHoweverManyStartIt() {
        for (int round = 0; round < ROUNDS; round++) {
            Party one = UserId.of("one-" + round);
            Party other = UserId.of("other-" + round);

            List<ThreadId> started = ConcurrentCallers.call(
                    MANY,
                    number ->
                            number % 2 == 0 ? as(one).direct(other) : as(other).direct(one));

            assertThat(started).containsOnly(started.get(0));
        }
        assertThat(client.refs(100)).hasSize(ROUNDS);
    }

    @Test
    void aKeyUsedAtOnceSendsOnce() {
        ThreadId thread = startedFor(BOB);
        for (int round = 0; round < ROUNDS; round++) {
            Draft draft = Draft.text("now").key("key " + round);

            assertOneSent(ConcurrentCallers.call(MANY, number -> as(BOB).reply(thread, draft)));
        }
        assertThat(client.thread(thread).facts().lastSeq()).isEqualTo(ROUNDS + 1);
    }

    @Test
    void aKeyUsedAtOnceStartsOneThread() {
        for (int round = 0; round < ROUNDS; round++) {
            NewThread thread = NewThread.to(BOB).text("now").key("key " + round);

            assertOneSent(ConcurrentCallers.call(MANY, number -> as(ANNA).send(thread)));
        }
        assertThat(client.refs(100)).hasSize(ROUNDS);
    }

    private void assertOneSent(List<Sent> sent) {
        assertThat(sent).filteredOn(one -> one.status() == Sent.Status.SENT).hasSize(1);
        assertThat(sent).extracting(Sent::messageId).containsOnly(sent.get(0).messageId());
        assertThat(sent).extracting(Sent::position).containsOnly(sent.get(0).position());
        assertThat(sent).extracting(Sent::createdAt).containsOnly(sent.get(0).createdAt());
    }

    @Test
    void aKeyUsedAtOnceInManyThreadsSendsToOne() {
        List<ThreadId> threads =
                IntStream.range(0, MANY).mapToObj(i -> startedFor(BOB)).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Draft draft = Draft.text("now").key("key " + round);

            List<Boolean> sent = ConcurrentCallers.call(MANY, number -> isSent(threads.get(number), draft));

            assertThat(sent).containsOnlyOnce(true);
        }
    }

    private boolean isSent(ThreadId thread, Draft draft) {
        try {
            return as(BOB).reply(thread, draft).status() == Sent.Status.SENT;
        } catch (KeyConflictException e) {
            return false;
        }
    }
}
