package dev.postroom.messaging.testkit.contract.personal;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests that one call marks every thread with an unread message as read up to its last seq, logs it once, and changes no
 * other party's state.
 *
 * <p>Not asserted: whether threads that the party left are among them.
 */
public abstract class ReadAllContract extends StorageContract {

    /** For adapters to extend. */
    protected ReadAllContract() {}

    private ThreadClient five() {
        ThreadClient thread = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> thread.say(ANNA));
        return thread;
    }

    private long readAll() {
        return client.storage().positions().readAll(client.as(BOB), client.now());
    }

    @Test
    void readsEveryThreadWithUnreadMessages() {
        ThreadClient one = five();
        ThreadClient other = five();
        other.read(BOB, 2);
        ThreadClient read = five();
        read.read(BOB, 5);

        assertThat(readAll()).isEqualTo(2);

        assertThat(one.row(BOB).readSeq()).isEqualTo(5);
        assertThat(one.row(BOB).receiptSeq()).isEqualTo(5);
        assertThat(other.row(BOB).readSeq()).isEqualTo(5);
        assertThat(client.unread(BOB).messages()).isZero();
    }

    @Test
    void readsArchivedThreadsToo() {
        ThreadClient thread = five();
        thread.archive(BOB, 5);

        assertThat(readAll()).isEqualTo(1);
        assertThat(thread.unread(BOB)).isZero();
    }

    @Test
    void movesToTheLastSeqForAnyKindOfMessage() {
        ThreadClient thread = five();
        thread.say(BOB);
        thread.system(ANNA);

        assertThat(readAll()).isEqualTo(1);
        assertThat(thread.row(BOB).readSeq()).isEqualTo(7);
    }

    @Test
    void againChangesNothing() {
        five();
        readAll();

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void changesNothingWithoutUnreadMessages() {
        ThreadClient thread = five();
        thread.read(BOB, 5);
        thread.say(BOB);

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void readsNothingForOthers() {
        ThreadClient thread = five();
        readAll();

        assertThat(thread.unread(CAROL)).isEqualTo(5);
    }

    @Test
    void leavesLaterMessagesUnread() {
        ThreadClient thread = five();
        readAll();
        thread.say(ANNA);

        assertThat(thread.unread(BOB)).isEqualTo(1);
    }

    @Test
    void logsEachThreadLikeAMove() {
        ThreadClient one = five();
        ThreadClient other = five();
        int before = other.log().size();

        var rows = one.loggedBy(this::readAll);

        assertThat(rows).containsExactly(one.row(READ_MOVED, 5, BOB, BOB));
        assertThat(other.log().subList(before, before + 1)).containsExactly(other.row(READ_MOVED, 5, BOB, BOB));
    }
}
