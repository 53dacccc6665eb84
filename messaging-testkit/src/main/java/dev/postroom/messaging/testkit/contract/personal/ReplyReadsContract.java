package dev.postroom.messaging.testkit.contract.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests how far a reply marks its thread as read for its author under each rule, and that it never moves the position
 * back.
 *
 * <p>Not asserted: whether a system message marks the thread as read like a reply.
 */
public abstract class ReplyReadsContract extends StorageContract {

    /** For adapters to extend. */
    protected ReplyReadsContract() {}

    private ThreadClient threadWith(ReplyReads rule) {
        ThreadClient thread = newThread(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.replyReads(rule))
                .created();
        thread.say(ANNA);
        thread.say(ANNA);
        thread.say(ANNA);
        return thread;
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatSaysNothingReadsByItsRule(ReplyReads rule) {
        ThreadClient thread = threadWith(rule);

        thread.say(BOB);

        long read = rule == ReplyReads.EVERYTHING_BEFORE ? 3 : 0;
        assertThat(thread.row(BOB).readSeq()).isEqualTo(read);
        assertThat(thread.row(BOB).receiptSeq()).isEqualTo(read);
        assertThat(thread.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatHasSeenPartReadsByItsRule(ReplyReads rule) {
        ThreadClient thread = threadWith(rule);

        thread.by(BOB).seen(2).stored();

        long read = switch (rule) {
            case SEEN -> 2;
            case EVERYTHING_BEFORE -> 3;
            case NOTHING -> 0;
        };
        assertThat(thread.row(BOB).readSeq()).isEqualTo(read);
        assertThat(thread.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyNeverMovesTheReadPositionBack(ReplyReads rule) {
        ThreadClient thread = threadWith(rule);
        thread.read(BOB, 3);

        thread.by(BOB).seen(1).stored();

        assertThat(thread.row(BOB).readSeq()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyReadsNothingForOthers(ReplyReads rule) {
        ThreadClient thread = threadWith(rule);

        long before = thread.row(ANNA).readSeq();

        thread.by(BOB).seen(3).stored();

        assertThat(thread.row(ANNA).readSeq()).isEqualTo(before);
        assertThat(thread.unread(ANNA)).isEqualTo(1);
    }

    @Test
    void theSeenSeqCannotBeBeyondTheLastMessage() {
        ThreadClient thread = threadWith(ReplyReads.SEEN);

        assertSendRefused(Refusal.BEYOND_LAST, () -> thread.by(BOB).seen(4).send());
        assertThat(thread.by(BOB).seen(3).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(thread.row(BOB).readSeq()).isEqualTo(3);
    }

    @Test
    void havingSeenNothingIsNoMistake() {
        ThreadClient thread = group(ANNA, BOB);

        assertThat(thread.by(BOB).seen(0).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(thread.row(BOB).readSeq()).isZero();
    }
}
