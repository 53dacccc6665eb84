package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Talk five() {
        Talk talk = group(ANNA, BOB, CAROL);
        IntStream.range(0, 5).forEach(number -> talk.say(ANNA));
        return talk;
    }

    @Test
    void readingMovesIt() {
        Talk talk = five();
        talk.read(BOB, 2);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(2);

        talk.read(BOB, 4);
        talk.read(BOB, 3);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(4);
        assertThat(talk.row(CAROL).receiptSeq()).isZero();
    }

    @Test
    void replyingMovesItAsFarAsItWasSeen() {
        Talk talk = five();
        talk.by(BOB).seen(3).stored();
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);

        talk.by(BOB).seen(1).stored();
        talk.say(BOB);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void readingAllMovesIt() {
        Talk talk = five();
        world.storage().positions().readAll(world.as(BOB), world.now());

        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void aReplyAfterUnreadingMovesItNotBack() {
        Talk talk = five();
        talk.read(BOB, 5);
        talk.unreadFrom(BOB, 1);
        talk.by(BOB).seen(2).stored();

        assertThat(talk.row(BOB).readSeq()).isEqualTo(2);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void unreadingMovesNone() {
        Talk talk = five();
        talk.read(BOB, 4);
        talk.unreadFrom(BOB, 1);

        assertThat(talk.row(BOB).readSeq()).isZero();
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(4);
        talk.read(BOB, 2);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(4);
        talk.read(BOB, 5);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void deletingTheThreadMovesNone() {
        Talk talk = five();
        talk.read(BOB, 2);
        talk.delete(BOB, 4);

        assertThat(talk.row(BOB).readSeq()).isEqualTo(4);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(2);
        talk.read(BOB, 5);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(5);
    }

    @Test
    void joiningMovesNone() {
        Talk talk = five();
        talk.join(ANNA, DAVE);
        talk.joinFull(ANNA, EVE);

        assertThat(talk.row(DAVE).receiptSeq()).isZero();
        assertThat(talk.row(EVE).receiptSeq()).isZero();
    }

    @Test
    void leavingAndComingBackKeepsIt() {
        Talk talk = five();
        talk.read(BOB, 3);
        talk.leave(BOB);
        talk.say(ANNA);
        talk.join(ANNA, BOB);

        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(3);
    }

    @Test
    void archivingMovesNone() {
        Talk talk = five();
        talk.archive(BOB, 5);

        assertThat(talk.row(BOB).receiptSeq()).isZero();
    }
}
