package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How far others see a member to have read: as far as it ever was by reading or replying, and not otherwise.
 *
 * <p>Not asserted: to whom a host shows receipts, and when something was read.
 */
public abstract class ReceiptContract extends StorageContract {

    /** For adapters to extend. */
    protected ReceiptContract() {}

    private TestThread five() {
        TestThread testThread = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    @Test
    void readingMovesIt() {
        TestThread testThread = five();
        testThread.read(BOB, 2);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(2);

        testThread.read(BOB, 4);
        testThread.read(BOB, 3);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(4);
        assertThat(testThread.row(CAROL).receiptSeq()).isZero();
    }

    @Test
    void replyingMovesItAsFarAsItWasSeen() {
        TestThread testThread = five();
        testThread.by(BOB).seen(3).stored();
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);

        testThread.by(BOB).seen(1).stored();
        testThread.say(BOB);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void readingAllMovesIt() {
        TestThread testThread = five();
        testTenant.storage().positions().readAll(testTenant.as(BOB), testTenant.now());

        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void aReplyAfterUnreadingMovesItNotBack() {
        TestThread testThread = five();
        testThread.read(BOB, 5);
        testThread.unreadFrom(BOB, 1);
        testThread.by(BOB).seen(2).stored();

        assertThat(testThread.row(BOB).readSeq()).isEqualTo(2);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void unreadingMovesNone() {
        TestThread testThread = five();
        testThread.read(BOB, 4);
        testThread.unreadFrom(BOB, 1);

        assertThat(testThread.row(BOB).readSeq()).isZero();
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(4);
        testThread.read(BOB, 2);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(4);
        testThread.read(BOB, 5);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void deletingTheThreadMovesNone() {
        TestThread testThread = five();
        testThread.read(BOB, 2);
        testThread.delete(BOB, 4);

        assertThat(testThread.row(BOB).readSeq()).isEqualTo(4);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(2);
        testThread.read(BOB, 5);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void joiningMovesNone() {
        TestThread testThread = five();
        testThread.join(ANNA, DAVE);
        testThread.joinFull(ANNA, EVE);

        assertThat(testThread.row(DAVE).receiptSeq()).isZero();
        assertThat(testThread.row(EVE).receiptSeq()).isZero();
    }

    @Test
    void leavingAndComingBackKeepsIt() {
        TestThread testThread = five();
        testThread.read(BOB, 3);
        testThread.leave(BOB);
        testThread.say(ANNA);
        testThread.join(ANNA, BOB);

        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void archivingMovesNone() {
        TestThread testThread = five();
        testThread.archive(BOB, 5);

        assertThat(testThread.row(BOB).receiptSeq()).isZero();
    }
}
