package dev.postroom.messaging.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * How messages are read by range: up, down, and from the first unread one, within what the reader can see, and with where
 * the rest begins.
 */
public abstract class MessageRangeContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageRangeContract() {}

    private Talk ten() {
        Talk talk = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> talk.say(ANNA));
        return talk;
    }

    /** A chief, an insider, and one who sees no notes. */
    private Talk withNotes() {
        return opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).with(CAROL).talk();
    }

    private static MessageRange range(Talk talk, Party party, Way way, long seq, int seqs) {
        return talk.range(party, way, seq, seqs)
                .orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    private static MessageRange up(Talk talk, Party party, long seq, int seqs) {
        return range(talk, party, Way.UP, seq, seqs);
    }

    private static MessageRange down(Talk talk, Party party, long seq, int seqs) {
        return range(talk, party, Way.DOWN, seq, seqs);
    }

    /** From a seq nobody may look at. */
    private static MessageRange unread(Talk talk, Party party, int seqs) {
        return range(talk, party, Way.UP_FROM_UNREAD, 2, seqs);
    }

    private static void assertEnds(MessageRange range, Long... seqs) {
        assertThat(seqs(range)).containsExactly(seqs);
        assertThat(range.next()).isEmpty();
    }

    private static void assertGoesOn(long next, MessageRange range, Long... seqs) {
        assertThat(seqs(range)).containsExactly(seqs);
        assertThat(range.next()).hasValue(next);
    }

    private static List<Long> seqs(MessageRange range) {
        return range.messages().stream().map(MessageView::seq).toList();
    }

    @Nested
    class Ways {

        @Test
        void aRangeGoesUpOrDownFromASeq() {
            Talk talk = ten();

            assertGoesOn(6, up(talk, BOB, 3, 3), 3L, 4L, 5L);
            assertGoesOn(2, down(talk, BOB, 5, 3), 5L, 4L, 3L);
            assertThat(up(talk, BOB, 3, 1).messages().get(0))
                    .isEqualTo(talk.view(BOB, 3).orElseThrow());
        }

        @Test
        void aRangeSaysWhetherItReachesTheEnd() {
            Talk talk = ten();

            assertGoesOn(10, up(talk, BOB, 8, 2), 8L, 9L);
            assertEnds(up(talk, BOB, 8, 3), 8L, 9L, 10L);
            assertEnds(up(talk, BOB, 8, 1000), 8L, 9L, 10L);
            assertGoesOn(1, down(talk, BOB, 3, 2), 3L, 2L);
            assertEnds(down(talk, BOB, 3, 3), 3L, 2L, 1L);
            assertEnds(down(talk, BOB, 3, 1000), 3L, 2L, 1L);
        }

        @Test
        void aRangeBeginsWithinTheThread() {
            Talk talk = ten();

            assertGoesOn(3, up(talk, BOB, 0, 2), 1L, 2L);
            assertGoesOn(8, down(talk, BOB, 11, 2), 10L, 9L);
            assertGoesOn(8, down(talk, BOB, Long.MAX_VALUE, 2), 10L, 9L);
        }

        @Test
        void behindTheEndsThereIsNothing() {
            Talk talk = ten();

            assertEnds(up(talk, BOB, 11, 5));
            assertEnds(up(talk, BOB, Long.MAX_VALUE, 1000));
            assertEnds(down(talk, BOB, 0, 5));
        }

        @Test
        void aRangeBeginsBehindTheReadPosition() {
            Talk talk = ten();

            assertGoesOn(3, unread(talk, BOB, 2), 1L, 2L);
            talk.read(BOB, 6);
            assertGoesOn(9, unread(talk, BOB, 2), 7L, 8L);
            talk.unreadFrom(BOB, 4);
            assertGoesOn(6, unread(talk, BOB, 2), 4L, 5L);
            talk.read(BOB, 10);
            assertEnds(unread(talk, BOB, 2));
        }

        @Test
        void aLongThreadIsReadRangeByRange() {
            Talk talk = group(ANNA, BOB);
            IntStream.range(0, 300).forEach(number -> talk.say(ANNA));

            assertThat(seqs(up(talk, BOB, 1, 1000))).hasSize(300).isSorted();
            assertThat(seqs(up(talk, BOB, 101, 100)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(101, 200).boxed().toList());
            assertThat(seqs(down(talk, BOB, 200, 100)))
                    .hasSize(100)
                    .startsWith(200L)
                    .endsWith(101L);
        }
    }

    @Nested
    class Windows {

        @Test
        void whoJoinedLaterBeginsThere() {
            Talk talk = ten();
            talk.join(ANNA, CAROL);
            IntStream.range(0, 3).forEach(number -> talk.say(ANNA));

            assertGoesOn(13, up(talk, CAROL, 1, 2), 11L, 12L);
            assertGoesOn(13, unread(talk, CAROL, 2), 11L, 12L);
            assertGoesOn(11, down(talk, CAROL, 13, 2), 13L, 12L);
            assertEnds(down(talk, CAROL, 12, 5), 12L, 11L);
            assertEnds(down(talk, CAROL, 10, 5));
        }

        @Test
        void whoDeletedTheThreadBeginsBehindIt() {
            Talk talk = ten();
            talk.delete(BOB, 4);

            assertGoesOn(8, up(talk, BOB, 1, 3), 5L, 6L, 7L);
            assertGoesOn(8, unread(talk, BOB, 3), 5L, 6L, 7L);
            assertEnds(down(talk, BOB, 6, 3), 6L, 5L);
            talk.delete(BOB, 10);
            assertEnds(up(talk, BOB, 1, 20));
            assertEnds(down(talk, BOB, 20, 20));
        }

        @Test
        void whoLeftEndsThere() {
            Talk talk = ten();
            talk.leave(BOB);
            IntStream.range(0, 3).forEach(number -> talk.say(ANNA));

            assertEnds(up(talk, BOB, 9, 2), 9L, 10L);
            assertEnds(up(talk, BOB, 9, 20), 9L, 10L);
            assertEnds(up(talk, BOB, 11, 20));
            assertGoesOn(8, down(talk, BOB, 13, 2), 10L, 9L);
        }

        @Test
        void aThreadWithoutMessagesHasAnEmptyRange() {
            Talk talk = group(ANNA, BOB);

            assertEnds(up(talk, BOB, 1, 5));
            assertEnds(down(talk, BOB, 1, 5));
            assertEnds(unread(talk, BOB, 5));
        }

        @Test
        void whoMayNotKnowOfTheThreadIsToldNothing() {
            Talk talk = opening(ANNA).with(WRITER, BOB).talk();
            talk.say(ANNA);
            talk.say(BOB);

            for (Way way : Way.values()) {
                assertThat(talk.range(BOB, way, 1, 5)).isEmpty();
                assertThat(talk.range(EVE, way, 1, 5)).isEmpty();
                assertThat(nowhere().range(ANNA, way, 1, 5)).isEmpty();
            }
        }
    }

    @Nested
    class Gaps {

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            Talk talk = ten();
            talk.hide(BOB, 3);
            talk.erase(ANNA, 4);
            talk.erase(ANNA, 5);
            talk.hide(BOB, 5);

            assertGoesOn(7, up(talk, BOB, 2, 5), 2L, 4L, 6L);
            assertGoesOn(7, up(talk, ANNA, 2, 5), 2L, 3L, 4L, 5L, 6L);
            assertThat(up(talk, BOB, 4, 1).messages().get(0).message().deleted())
                    .isTrue();
        }

        @Test
        void aRangeInWhichNothingIsSeenGoesOnAllTheSame() {
            Talk talk = ten();
            LongStream.rangeClosed(4, 7).forEach(seq -> talk.hide(BOB, seq));

            assertGoesOn(7, up(talk, BOB, 4, 3));
            assertGoesOn(4, down(talk, BOB, 7, 3));
            assertGoesOn(9, up(talk, BOB, 4, 5), 8L);
            talk.hide(BOB, 10);
            assertEnds(up(talk, BOB, 10, 3));
        }

        @Test
        void internalNotesAreShownToThoseWhoMaySeeThem() {
            Talk talk = withNotes();
            talk.say(ANNA);
            talk.note(BOB);
            talk.note(ANNA);
            talk.say(CAROL);

            assertEnds(up(talk, ANNA, 1, 4), 1L, 2L, 3L, 4L);
            assertEnds(up(talk, CAROL, 1, 4), 1L, 4L);
            assertGoesOn(4, up(talk, CAROL, 2, 2));
        }

        @Test
        void aNoteAtTheEndIsTheEndForThoseAloneWhoSeeIt() {
            Talk talk = withNotes();
            talk.say(ANNA);
            talk.note(ANNA);

            assertGoesOn(2, up(talk, BOB, 1, 1), 1L);
            assertGoesOn(1, down(talk, BOB, 9, 1), 2L);
            assertEnds(up(talk, CAROL, 1, 1), 1L);
            assertEnds(down(talk, CAROL, 9, 1), 1L);
            talk.join(ANNA, DAVE);
            assertEnds(up(talk, DAVE, 1, 5));
            assertEnds(up(talk, DAVE, 9, 5));
            assertEnds(down(talk, DAVE, 9, 5));
        }
    }

    @Nested
    class EveryRange {

        /** Against what its reader finds one by one, and what the thread's summary says of its ends. */
        @Test
        void isWhatItsReaderSees() {
            Talk talk = withNotes();
            talk.say(ANNA);
            talk.note(BOB);
            talk.say(CAROL);
            talk.join(ANNA, DAVE);
            talk.note(ANNA);
            talk.say(BOB);
            talk.hide(CAROL, 5);
            talk.say(ANNA);
            talk.delete(BOB, 2);
            talk.leave(CAROL);
            talk.erase(ANNA, 6);
            talk.note(BOB);
            talk.read(DAVE, 5);

            for (Party reader : List.of(ANNA, BOB, CAROL, DAVE)) {
                ReaderState mine = talk.summary(reader).mine();
                List<MessageView> seen = LongStream.rangeClosed(1, 7)
                        .mapToObj(seq -> talk.view(reader, seq))
                        .flatMap(view -> view.filter(found -> !found.hidden()).stream())
                        .toList();
                for (int seqs = 1; seqs <= 8; seqs++) {
                    for (long seq = 0; seq <= 8; seq++) {
                        assertThat(up(talk, reader, seq, seqs)).isEqualTo(expectedUp(mine, seen, seq, seqs));
                        assertThat(down(talk, reader, seq, seqs)).isEqualTo(expectedDown(mine, seen, seq, seqs));
                    }
                    assertThat(unread(talk, reader, seqs)).isEqualTo(expectedUp(mine, seen, mine.readSeq() + 1, seqs));
                }
            }
        }

        private MessageRange expectedUp(ReaderState mine, List<MessageView> seen, long seq, int seqs) {
            long from = Math.max(seq, mine.firstSeq());
            long next = from + seqs;
            return new MessageRange(
                    between(seen, from, next - 1),
                    next <= mine.lastSeq() ? OptionalLong.of(next) : OptionalLong.empty());
        }

        private MessageRange expectedDown(ReaderState mine, List<MessageView> seen, long seq, int seqs) {
            long from = Math.min(seq, mine.lastSeq());
            long next = from - seqs;
            List<MessageView> messages = new ArrayList<>(between(seen, next + 1, from));
            Collections.reverse(messages);
            return new MessageRange(messages, next >= mine.firstSeq() ? OptionalLong.of(next) : OptionalLong.empty());
        }

        private List<MessageView> between(List<MessageView> seen, long lowest, long highest) {
            return seen.stream()
                    .filter(message -> message.seq() >= lowest && message.seq() <= highest)
                    .toList();
        }
    }
}
