package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery.Way;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.TestThread;
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

    private TestThread ten() {
        TestThread testThread = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> testThread.say(ANNA));
        return testThread;
    }

    /** A chief, an insider, and one who sees no notes. */
    private TestThread withNotes() {
        return opening(ANNA).starterRights(CHIEF).with(INSIDER, BOB).with(CAROL).testThread();
    }

    private static MessageRange range(TestThread testThread, Party party, Way way, long seq, int seqs) {
        return testThread
                .range(party, way, seq, seqs)
                .orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    private static MessageRange up(TestThread testThread, Party party, long seq, int seqs) {
        return range(testThread, party, Way.UP, seq, seqs);
    }

    private static MessageRange down(TestThread testThread, Party party, long seq, int seqs) {
        return range(testThread, party, Way.DOWN, seq, seqs);
    }

    /** From a seq nobody may look at. */
    private static MessageRange unread(TestThread testThread, Party party, int seqs) {
        return range(testThread, party, Way.UP_FROM_UNREAD, 2, seqs);
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
            TestThread testThread = ten();

            assertGoesOn(6, up(testThread, BOB, 3, 3), 3L, 4L, 5L);
            assertGoesOn(2, down(testThread, BOB, 5, 3), 5L, 4L, 3L);
            assertThat(up(testThread, BOB, 3, 1).messages().get(0))
                    .isEqualTo(testThread.view(BOB, 3).orElseThrow());
        }

        @Test
        void aRangeSaysWhetherItReachesTheEnd() {
            TestThread testThread = ten();

            assertGoesOn(10, up(testThread, BOB, 8, 2), 8L, 9L);
            assertEnds(up(testThread, BOB, 8, 3), 8L, 9L, 10L);
            assertEnds(up(testThread, BOB, 8, 1000), 8L, 9L, 10L);
            assertGoesOn(1, down(testThread, BOB, 3, 2), 3L, 2L);
            assertEnds(down(testThread, BOB, 3, 3), 3L, 2L, 1L);
            assertEnds(down(testThread, BOB, 3, 1000), 3L, 2L, 1L);
        }

        @Test
        void aRangeBeginsWithinTheThread() {
            TestThread testThread = ten();

            assertGoesOn(3, up(testThread, BOB, 0, 2), 1L, 2L);
            assertGoesOn(8, down(testThread, BOB, 11, 2), 10L, 9L);
            assertGoesOn(8, down(testThread, BOB, Long.MAX_VALUE, 2), 10L, 9L);
        }

        @Test
        void behindTheEndsThereIsNothing() {
            TestThread testThread = ten();

            assertEnds(up(testThread, BOB, 11, 5));
            assertEnds(up(testThread, BOB, Long.MAX_VALUE, 1000));
            assertEnds(down(testThread, BOB, 0, 5));
        }

        @Test
        void aRangeBeginsBehindTheReadPosition() {
            TestThread testThread = ten();

            assertGoesOn(3, unread(testThread, BOB, 2), 1L, 2L);
            testThread.read(BOB, 6);
            assertGoesOn(9, unread(testThread, BOB, 2), 7L, 8L);
            testThread.unreadFrom(BOB, 4);
            assertGoesOn(6, unread(testThread, BOB, 2), 4L, 5L);
            testThread.read(BOB, 10);
            assertEnds(unread(testThread, BOB, 2));
        }

        @Test
        void aLongThreadIsReadRangeByRange() {
            TestThread testThread = group(ANNA, BOB);
            IntStream.range(0, 300).forEach(number -> testThread.say(ANNA));

            assertThat(seqs(up(testThread, BOB, 1, 1000))).hasSize(300).isSorted();
            assertThat(seqs(up(testThread, BOB, 101, 100)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(101, 200).boxed().toList());
            assertThat(seqs(down(testThread, BOB, 200, 100)))
                    .hasSize(100)
                    .startsWith(200L)
                    .endsWith(101L);
        }
    }

    @Nested
    class Windows {

        @Test
        void whoJoinedLaterBeginsThere() {
            TestThread testThread = ten();
            testThread.join(ANNA, CAROL);
            IntStream.range(0, 3).forEach(number -> testThread.say(ANNA));

            assertGoesOn(13, up(testThread, CAROL, 1, 2), 11L, 12L);
            assertGoesOn(13, unread(testThread, CAROL, 2), 11L, 12L);
            assertGoesOn(11, down(testThread, CAROL, 13, 2), 13L, 12L);
            assertEnds(down(testThread, CAROL, 12, 5), 12L, 11L);
            assertEnds(down(testThread, CAROL, 10, 5));
        }

        @Test
        void whoDeletedTheThreadBeginsBehindIt() {
            TestThread testThread = ten();
            testThread.delete(BOB, 4);

            assertGoesOn(8, up(testThread, BOB, 1, 3), 5L, 6L, 7L);
            assertGoesOn(8, unread(testThread, BOB, 3), 5L, 6L, 7L);
            assertEnds(down(testThread, BOB, 6, 3), 6L, 5L);
            testThread.delete(BOB, 10);
            assertEnds(up(testThread, BOB, 1, 20));
            assertEnds(down(testThread, BOB, 20, 20));
        }

        @Test
        void whoLeftEndsThere() {
            TestThread testThread = ten();
            testThread.leave(BOB);
            IntStream.range(0, 3).forEach(number -> testThread.say(ANNA));

            assertEnds(up(testThread, BOB, 9, 2), 9L, 10L);
            assertEnds(up(testThread, BOB, 9, 20), 9L, 10L);
            assertEnds(up(testThread, BOB, 11, 20));
            assertGoesOn(8, down(testThread, BOB, 13, 2), 10L, 9L);
        }

        @Test
        void aThreadWithoutMessagesHasAnEmptyRange() {
            TestThread testThread = group(ANNA, BOB);

            assertEnds(up(testThread, BOB, 1, 5));
            assertEnds(down(testThread, BOB, 1, 5));
            assertEnds(unread(testThread, BOB, 5));
        }

        @Test
        void whoMayNotKnowOfTheThreadIsToldNothing() {
            TestThread testThread = opening(ANNA).with(WRITER, BOB).testThread();
            testThread.say(ANNA);
            testThread.say(BOB);

            for (Way way : Way.values()) {
                assertThat(testThread.range(BOB, way, 1, 5)).isEmpty();
                assertThat(testThread.range(EVE, way, 1, 5)).isEmpty();
                assertThat(nowhere().range(ANNA, way, 1, 5)).isEmpty();
            }
        }
    }

    @Nested
    class Gaps {

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            TestThread testThread = ten();
            testThread.hide(BOB, 3);
            testThread.erase(ANNA, 4);
            testThread.erase(ANNA, 5);
            testThread.hide(BOB, 5);

            assertGoesOn(7, up(testThread, BOB, 2, 5), 2L, 4L, 6L);
            assertGoesOn(7, up(testThread, ANNA, 2, 5), 2L, 3L, 4L, 5L, 6L);
            assertThat(up(testThread, BOB, 4, 1).messages().get(0).message().deleted())
                    .isTrue();
        }

        @Test
        void aRangeInWhichNothingIsSeenGoesOnAllTheSame() {
            TestThread testThread = ten();
            LongStream.rangeClosed(4, 7).forEach(seq -> testThread.hide(BOB, seq));

            assertGoesOn(7, up(testThread, BOB, 4, 3));
            assertGoesOn(4, down(testThread, BOB, 7, 3));
            assertGoesOn(9, up(testThread, BOB, 4, 5), 8L);
            testThread.hide(BOB, 10);
            assertEnds(up(testThread, BOB, 10, 3));
        }

        @Test
        void internalNotesAreShownToThoseWhoMaySeeThem() {
            TestThread testThread = withNotes();
            testThread.say(ANNA);
            testThread.note(BOB);
            testThread.note(ANNA);
            testThread.say(CAROL);

            assertEnds(up(testThread, ANNA, 1, 4), 1L, 2L, 3L, 4L);
            assertEnds(up(testThread, CAROL, 1, 4), 1L, 4L);
            assertGoesOn(4, up(testThread, CAROL, 2, 2));
        }

        @Test
        void aNoteAtTheEndIsTheEndForThoseAloneWhoSeeIt() {
            TestThread testThread = withNotes();
            testThread.say(ANNA);
            testThread.note(ANNA);

            assertGoesOn(2, up(testThread, BOB, 1, 1), 1L);
            assertGoesOn(1, down(testThread, BOB, 9, 1), 2L);
            assertEnds(up(testThread, CAROL, 1, 1), 1L);
            assertEnds(down(testThread, CAROL, 9, 1), 1L);
            testThread.join(ANNA, DAVE);
            assertEnds(up(testThread, DAVE, 1, 5));
            assertEnds(up(testThread, DAVE, 9, 5));
            assertEnds(down(testThread, DAVE, 9, 5));
        }
    }

    @Nested
    class EveryRange {

        /** Against what its reader finds one by one, and what the thread's summary says of its ends. */
        @Test
        void isWhatItsReaderSees() {
            TestThread testThread = withNotes();
            testThread.say(ANNA);
            testThread.note(BOB);
            testThread.say(CAROL);
            testThread.join(ANNA, DAVE);
            testThread.note(ANNA);
            testThread.say(BOB);
            testThread.hide(CAROL, 5);
            testThread.say(ANNA);
            testThread.delete(BOB, 2);
            testThread.leave(CAROL);
            testThread.erase(ANNA, 6);
            testThread.note(BOB);
            testThread.read(DAVE, 5);

            for (Party reader : List.of(ANNA, BOB, CAROL, DAVE)) {
                ReaderState mine = testThread.summary(reader).mine();
                List<MessageView> seen = LongStream.rangeClosed(1, 7)
                        .mapToObj(seq -> testThread.view(reader, seq))
                        .flatMap(view -> view.filter(found -> !found.hidden()).stream())
                        .toList();
                for (int seqs = 1; seqs <= 8; seqs++) {
                    for (long seq = 0; seq <= 8; seq++) {
                        assertThat(up(testThread, reader, seq, seqs)).isEqualTo(expectedUp(mine, seen, seq, seqs));
                        assertThat(down(testThread, reader, seq, seqs)).isEqualTo(expectedDown(mine, seen, seq, seqs));
                    }
                    assertThat(unread(testThread, reader, seqs))
                            .isEqualTo(expectedUp(mine, seen, mine.readSeq() + 1, seqs));
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
