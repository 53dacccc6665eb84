package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests the receipt of a member: it is the highest position that the member ever reached by reading or replying.
 *
 * <p>Not asserted: to which parties a host shows receipts, and when something was read.
 */
public abstract class ReceiptContract extends StorageContract {

    /** For adapters to extend. */
    protected ReceiptContract() {}

    private ThreadClient five() {
        ThreadClient thread = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> thread.say(ANNA));
        return thread;
    }

    @Test
    void readingMovesIt() {
        ThreadClient thread = five();
        thread.read(BOB, 2);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(2);

        thread.read(BOB, 4);
        thread.read(BOB, 3);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(4);
        assertThat(thread.row(CAROL).receiptSeq()).isZero();
    }

    @Test
    void replyingMovesItAsFarAsItWasSeen() {
        ThreadClient thread = five();
        thread.by(BOB).seen(3).stored();
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);

        thread.by(BOB).seen(1).stored();
        thread.say(BOB);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void readingAllMovesIt() {
        ThreadClient thread = five();
        client.storage().positions().readAll(client.as(BOB), client.now());

        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void aReplyAfterUnreadingMovesItNotBack() {
        ThreadClient thread = five();
        thread.read(BOB, 5);
        thread.unreadFrom(BOB, 1);
        thread.by(BOB).seen(2).stored();

        assertThat(thread.row(BOB).readSeq()).isEqualTo(2);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void unreadingMovesNone() {
        ThreadClient thread = five();
        thread.read(BOB, 4);
        thread.unreadFrom(BOB, 1);

        assertThat(thread.row(BOB).readSeq()).isZero();
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(4);
        thread.read(BOB, 2);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(4);
        thread.read(BOB, 5);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void deletingTheThreadMovesNone() {
        ThreadClient thread = five();
        thread.read(BOB, 2);
        thread.delete(BOB, 4);

        assertThat(thread.row(BOB).readSeq()).isEqualTo(4);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(2);
        thread.read(BOB, 5);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void joiningMovesNone() {
        ThreadClient thread = five();
        thread.join(ANNA, DAVE);
        thread.joinFull(ANNA, EVE);

        assertThat(thread.row(DAVE).receiptSeq()).isZero();
        assertThat(thread.row(EVE).receiptSeq()).isZero();
    }

    @Test
    void leavingAndComingBackKeepsIt() {
        ThreadClient thread = five();
        thread.read(BOB, 3);
        thread.leave(BOB);
        thread.say(ANNA);
        thread.join(ANNA, BOB);

        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void archivingMovesNone() {
        ThreadClient thread = five();
        thread.archive(BOB, 5);

        assertThat(thread.row(BOB).receiptSeq()).isZero();
    }
}
