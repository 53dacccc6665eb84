package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How far a reply marks its thread read for its author, by each rule, and that it never moves anything back.
 *
 * <p>Not asserted: whether a system message reads like a reply.
 */
public abstract class ReplyReadsContract extends StorageContract {

    /** For adapters to extend. */
    protected ReplyReadsContract() {}

    private TestThread talkWith(ReplyReads rule) {
        TestThread testThread = opening(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.replyReads(rule))
                .testThread();
        testThread.say(ANNA);
        testThread.say(ANNA);
        testThread.say(ANNA);
        return testThread;
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatSaysNothingReadsByItsRule(ReplyReads rule) {
        TestThread testThread = talkWith(rule);

        testThread.say(BOB);

        long read = rule == ReplyReads.EVERYTHING_BEFORE ? 3 : 0;
        assertThat(testThread.row(BOB).readSeq()).isEqualTo(read);
        assertThat(testThread.row(BOB).receiptSeq()).isEqualTo(read);
        assertThat(testThread.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatHasSeenPartReadsByItsRule(ReplyReads rule) {
        TestThread testThread = talkWith(rule);

        testThread.by(BOB).seen(2).stored();

        long read = switch (rule) {
            case SEEN -> 2;
            case EVERYTHING_BEFORE -> 3;
            case NOTHING -> 0;
        };
        assertThat(testThread.row(BOB).readSeq()).isEqualTo(read);
        assertThat(testThread.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyNeverMovesTheReadPositionBack(ReplyReads rule) {
        TestThread testThread = talkWith(rule);
        testThread.read(BOB, 3);

        testThread.by(BOB).seen(1).stored();

        assertThat(testThread.row(BOB).readSeq()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyReadsNothingForOthers(ReplyReads rule) {
        TestThread testThread = talkWith(rule);

        long before = testThread.row(ANNA).readSeq();

        testThread.by(BOB).seen(3).stored();

        assertThat(testThread.row(ANNA).readSeq()).isEqualTo(before);
        assertThat(testThread.unread(ANNA)).isEqualTo(1);
    }

    @Test
    void whatWasSeenCannotLieBeyondTheLastMessage() {
        TestThread testThread = talkWith(ReplyReads.SEEN);

        assertSendRefused(Refusal.BEYOND_LAST, () -> testThread.by(BOB).seen(4).send());
        assertThat(testThread.by(BOB).seen(3).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(testThread.row(BOB).readSeq()).isEqualTo(3);
    }

    @Test
    void havingSeenNothingIsNoMistake() {
        TestThread testThread = group(ANNA, BOB);

        assertThat(testThread.by(BOB).seen(0).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(testThread.row(BOB).readSeq()).isZero();
    }
}
