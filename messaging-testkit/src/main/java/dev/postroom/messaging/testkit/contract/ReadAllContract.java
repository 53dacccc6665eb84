package dev.postroom.messaging.testkit.contract;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * That everything can be read at once: every thread with an unread message to its last seq, once, and nobody else's.
 *
 * <p>Not asserted: whether threads that the party left are among them.
 */
public abstract class ReadAllContract extends StorageContract {

    /** For adapters to extend. */
    protected ReadAllContract() {}

    private Talk five() {
        Talk talk = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> talk.say(ANNA));
        return talk;
    }

    private long readAll() {
        return world.storage().positions().readAll(world.as(BOB), world.now());
    }

    @Test
    void readsEveryThreadWithUnreadMessages() {
        Talk one = five();
        Talk other = five();
        other.read(BOB, 2);
        Talk read = five();
        read.read(BOB, 5);

        assertThat(readAll()).isEqualTo(2);

        assertThat(one.row(BOB).readSeq()).isEqualTo(5);
        assertThat(one.row(BOB).receiptSeq()).isEqualTo(5);
        assertThat(other.row(BOB).readSeq()).isEqualTo(5);
        assertThat(world.unread(BOB).messages()).isZero();
    }

    @Test
    void readsArchivedThreadsToo() {
        Talk talk = five();
        talk.archive(BOB, 5);

        assertThat(readAll()).isEqualTo(1);
        assertThat(talk.unread(BOB)).isZero();
    }

    @Test
    void movesToTheLastSeqWhateverStandsThere() {
        Talk talk = five();
        talk.say(BOB);
        talk.system(ANNA);

        assertThat(readAll()).isEqualTo(1);
        assertThat(talk.row(BOB).readSeq()).isEqualTo(7);
    }

    @Test
    void againChangesNothing() {
        five();
        readAll();

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void changesNothingWithoutUnreadMessages() {
        Talk talk = five();
        talk.read(BOB, 5);
        talk.say(BOB);

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void readsNothingForOthers() {
        Talk talk = five();
        readAll();

        assertThat(talk.unread(CAROL)).isEqualTo(5);
    }

    @Test
    void leavesUnreadWhatArrivesLater() {
        Talk talk = five();
        readAll();
        talk.say(ANNA);

        assertThat(talk.unread(BOB)).isEqualTo(1);
    }

    @Test
    void logsEachThreadLikeAMove() {
        Talk one = five();
        Talk other = five();
        int before = other.log().size();

        var rows = one.logOf(this::readAll);

        assertThat(rows).containsExactly(one.row(READ_MOVED, 5, BOB, BOB));
        assertThat(other.log().subList(before, before + 1)).containsExactly(other.row(READ_MOVED, 5, BOB, BOB));
    }
}
