package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
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

    private Talk talkWith(ReplyReads rule) {
        Talk talk = opening(ANNA)
                .with(BOB)
                .rules(ThreadRules.DEFAULT.replyReads(rule))
                .talk();
        talk.say(ANNA);
        talk.say(ANNA);
        talk.say(ANNA);
        return talk;
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatSaysNothingReadsByItsRule(ReplyReads rule) {
        Talk talk = talkWith(rule);

        talk.say(BOB);

        long read = rule == ReplyReads.EVERYTHING_BEFORE ? 3 : 0;
        assertThat(talk.row(BOB).readSeq()).isEqualTo(read);
        assertThat(talk.row(BOB).receiptSeq()).isEqualTo(read);
        assertThat(talk.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatHasSeenPartReadsByItsRule(ReplyReads rule) {
        Talk talk = talkWith(rule);

        talk.by(BOB).seen(2).stored();

        long read = switch (rule) {
            case SEEN -> 2;
            case EVERYTHING_BEFORE -> 3;
            case NOTHING -> 0;
        };
        assertThat(talk.row(BOB).readSeq()).isEqualTo(read);
        assertThat(talk.unread(BOB)).isEqualTo(3 - read);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyNeverMovesTheReadPositionBack(ReplyReads rule) {
        Talk talk = talkWith(rule);
        talk.read(BOB, 3);

        talk.by(BOB).seen(1).stored();

        assertThat(talk.row(BOB).readSeq()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyReadsNothingForOthers(ReplyReads rule) {
        Talk talk = talkWith(rule);

        long before = talk.row(ANNA).readSeq();

        talk.by(BOB).seen(3).stored();

        assertThat(talk.row(ANNA).readSeq()).isEqualTo(before);
        assertThat(talk.unread(ANNA)).isEqualTo(1);
    }

    @Test
    void whatWasSeenCannotLieBeyondTheLastMessage() {
        Talk talk = talkWith(ReplyReads.SEEN);

        assertSendRefused(Refusal.BEYOND_LAST, () -> talk.by(BOB).seen(4).send());
        assertThat(talk.by(BOB).seen(3).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(talk.row(BOB).readSeq()).isEqualTo(3);
    }

    @Test
    void havingSeenNothingIsNoMistake() {
        Talk talk = group(ANNA, BOB);

        assertThat(talk.by(BOB).seen(0).send()).isInstanceOf(SendOutcome.Stored.class);
        assertThat(talk.row(BOB).readSeq()).isZero();
    }
}
