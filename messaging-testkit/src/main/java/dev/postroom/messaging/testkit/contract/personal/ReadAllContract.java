package dev.postroom.messaging.testkit.contract.personal;

import static dev.postroom.messaging.event.ChangeType.READ_MOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
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

    private TestThread five() {
        TestThread testThread = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    private long readAll() {
        return testTenant.storage().positions().readAll(testTenant.as(BOB), testTenant.now());
    }

    @Test
    void readsEveryThreadWithUnreadMessages() {
        TestThread one = five();
        TestThread other = five();
        other.read(BOB, 2);
        TestThread read = five();
        read.read(BOB, 5);

        assertThat(readAll()).isEqualTo(2);

        assertThat(one.row(BOB).readSeq()).isEqualTo(5);
        assertThat(one.row(BOB).receiptSeq()).isEqualTo(5);
        assertThat(other.row(BOB).readSeq()).isEqualTo(5);
        assertThat(testTenant.unread(BOB).messages()).isZero();
    }

    @Test
    void readsArchivedThreadsToo() {
        TestThread testThread = five();
        testThread.archive(BOB, 5);

        assertThat(readAll()).isEqualTo(1);
        assertThat(testThread.unread(BOB)).isZero();
    }

    @Test
    void movesToTheLastSeqWhateverStandsThere() {
        TestThread testThread = five();
        testThread.say(BOB);
        testThread.system(ANNA);

        assertThat(readAll()).isEqualTo(1);
        assertThat(testThread.row(BOB).readSeq()).isEqualTo(7);
    }

    @Test
    void againChangesNothing() {
        five();
        readAll();

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void changesNothingWithoutUnreadMessages() {
        TestThread testThread = five();
        testThread.read(BOB, 5);
        testThread.say(BOB);

        assertChangesNothing(0L, this::readAll);
    }

    @Test
    void readsNothingForOthers() {
        TestThread testThread = five();
        readAll();

        assertThat(testThread.unread(CAROL)).isEqualTo(5);
    }

    @Test
    void leavesUnreadWhatArrivesLater() {
        TestThread testThread = five();
        readAll();
        testThread.say(ANNA);

        assertThat(testThread.unread(BOB)).isEqualTo(1);
    }

    @Test
    void logsEachThreadLikeAMove() {
        TestThread one = five();
        TestThread other = five();
        int before = other.log().size();

        var rows = one.logOf(this::readAll);

        assertThat(rows).containsExactly(one.row(READ_MOVED, 5, BOB, BOB));
        assertThat(other.log().subList(before, before + 1)).containsExactly(other.row(READ_MOVED, 5, BOB, BOB));
    }
}
