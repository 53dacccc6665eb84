package dev.postroom.messaging.testkit.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery.Way;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Tests how messages are read by range: up, down, and from the first unread one. A range holds only what the reader can
 * see, and tells where the rest begins.
 */
public abstract class MessageRangeContract extends StorageContract {

    /** For adapters to extend. */
    protected MessageRangeContract() {}

    private ThreadClient ten() {
        ThreadClient thread = group(ANNA, BOB);
        IntStream.range(0, 10).forEach(number -> thread.say(ANNA));
        return thread;
    }

    /** Creates a thread with two members who see internal notes and one who does not. */
    private ThreadClient withNotes() {
        return newThread(ANNA)
                .starterRights(INTERNAL_MANAGER)
                .with(INTERNAL_MEMBER, BOB)
                .with(CAROL)
                .created();
    }

    private static MessageRange range(ThreadClient thread, Party party, Way way, long seq, int seqs) {
        return thread.range(party, way, seq, seqs)
                .orElseThrow(() -> new AssertionError(party + " should see the thread"));
    }

    private static MessageRange up(ThreadClient thread, Party party, long seq, int seqs) {
        return range(thread, party, Way.UP, seq, seqs);
    }

    private static MessageRange down(ThreadClient thread, Party party, long seq, int seqs) {
        return range(thread, party, Way.DOWN, seq, seqs);
    }

    /** Returns the range from the first unread message. The given start seq must have no effect. */
    private static MessageRange unread(ThreadClient thread, Party party, int seqs) {
        return range(thread, party, Way.UP_FROM_UNREAD, 2, seqs);
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
            ThreadClient thread = ten();

            assertGoesOn(6, up(thread, BOB, 3, 3), 3L, 4L, 5L);
            assertGoesOn(2, down(thread, BOB, 5, 3), 5L, 4L, 3L);
            assertThat(up(thread, BOB, 3, 1).messages().get(0))
                    .isEqualTo(thread.view(BOB, 3).orElseThrow());
        }

        @Test
        void aRangeSaysWhetherItReachesTheEnd() {
            ThreadClient thread = ten();

            assertGoesOn(10, up(thread, BOB, 8, 2), 8L, 9L);
            assertEnds(up(thread, BOB, 8, 3), 8L, 9L, 10L);
            assertEnds(up(thread, BOB, 8, 1000), 8L, 9L, 10L);
            assertGoesOn(1, down(thread, BOB, 3, 2), 3L, 2L);
            assertEnds(down(thread, BOB, 3, 3), 3L, 2L, 1L);
            assertEnds(down(thread, BOB, 3, 1000), 3L, 2L, 1L);
        }

        @Test
        void aRangeBeginsWithinTheThread() {
            ThreadClient thread = ten();

            assertGoesOn(3, up(thread, BOB, 0, 2), 1L, 2L);
            assertGoesOn(8, down(thread, BOB, 11, 2), 10L, 9L);
            assertGoesOn(8, down(thread, BOB, Long.MAX_VALUE, 2), 10L, 9L);
        }

        @Test
        void behindTheEndsThereIsNothing() {
            ThreadClient thread = ten();

            assertEnds(up(thread, BOB, 11, 5));
            assertEnds(up(thread, BOB, Long.MAX_VALUE, 1000));
            assertEnds(down(thread, BOB, 0, 5));
        }

        @Test
        void aRangeBeginsBehindTheReadPosition() {
            ThreadClient thread = ten();

            assertGoesOn(3, unread(thread, BOB, 2), 1L, 2L);
            thread.read(BOB, 6);
            assertGoesOn(9, unread(thread, BOB, 2), 7L, 8L);
            thread.unreadFrom(BOB, 4);
            assertGoesOn(6, unread(thread, BOB, 2), 4L, 5L);
            thread.read(BOB, 10);
            assertEnds(unread(thread, BOB, 2));
        }

        @Test
        void aLongThreadIsReadRangeByRange() {
            ThreadClient thread = group(ANNA, BOB);
            IntStream.range(0, 300).forEach(number -> thread.say(ANNA));

            assertThat(seqs(up(thread, BOB, 1, 1000))).hasSize(300).isSorted();
            assertThat(seqs(up(thread, BOB, 101, 100)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(101, 200).boxed().toList());
            assertThat(seqs(down(thread, BOB, 200, 100)))
                    .hasSize(100)
                    .startsWith(200L)
                    .endsWith(101L);
        }
    }

    @Nested
    class Windows {

        @Test
        void aMemberWhoJoinedLaterBeginsAtItsJoining() {
            ThreadClient thread = ten();
            thread.join(ANNA, CAROL);
            IntStream.range(0, 3).forEach(number -> thread.say(ANNA));

            assertGoesOn(13, up(thread, CAROL, 1, 2), 11L, 12L);
            assertGoesOn(13, unread(thread, CAROL, 2), 11L, 12L);
            assertGoesOn(11, down(thread, CAROL, 13, 2), 13L, 12L);
            assertEnds(down(thread, CAROL, 12, 5), 12L, 11L);
            assertEnds(down(thread, CAROL, 10, 5));
        }

        @Test
        void aReaderWhoDeletedTheThreadBeginsAfterTheDeletedPart() {
            ThreadClient thread = ten();
            thread.delete(BOB, 4);

            assertGoesOn(8, up(thread, BOB, 1, 3), 5L, 6L, 7L);
            assertGoesOn(8, unread(thread, BOB, 3), 5L, 6L, 7L);
            assertEnds(down(thread, BOB, 6, 3), 6L, 5L);
            thread.delete(BOB, 10);
            assertEnds(up(thread, BOB, 1, 20));
            assertEnds(down(thread, BOB, 20, 20));
        }

        @Test
        void aRangeOfAPastMemberEndsAtItsLeaving() {
            ThreadClient thread = ten();
            thread.leave(BOB);
            IntStream.range(0, 3).forEach(number -> thread.say(ANNA));

            assertEnds(up(thread, BOB, 9, 2), 9L, 10L);
            assertEnds(up(thread, BOB, 9, 20), 9L, 10L);
            assertEnds(up(thread, BOB, 11, 20));
            assertGoesOn(8, down(thread, BOB, 13, 2), 10L, 9L);
        }

        @Test
        void aThreadWithoutMessagesHasAnEmptyRange() {
            ThreadClient thread = group(ANNA, BOB);

            assertEnds(up(thread, BOB, 1, 5));
            assertEnds(down(thread, BOB, 1, 5));
            assertEnds(unread(thread, BOB, 5));
        }

        @Test
        void aPartyThatMustNotKnowTheThreadGetsNoMembers() {
            ThreadClient thread = newThread(ANNA).with(WRITER, BOB).created();
            thread.say(ANNA);
            thread.say(BOB);

            for (Way way : Way.values()) {
                assertThat(thread.range(BOB, way, 1, 5)).isEmpty();
                assertThat(thread.range(EVE, way, 1, 5)).isEmpty();
                assertThat(missingThread().range(ANNA, way, 1, 5)).isEmpty();
            }
        }
    }

    @Nested
    class Gaps {

        @Test
        void hiddenMessagesAreLeftOutAndTombstonesAreNot() {
            ThreadClient thread = ten();
            thread.hide(BOB, 3);
            thread.erase(ANNA, 4);
            thread.erase(ANNA, 5);
            thread.hide(BOB, 5);

            assertGoesOn(7, up(thread, BOB, 2, 5), 2L, 4L, 6L);
            assertGoesOn(7, up(thread, ANNA, 2, 5), 2L, 3L, 4L, 5L, 6L);
            assertThat(up(thread, BOB, 4, 1).messages().get(0).message().deleted())
                    .isTrue();
        }

        @Test
        void aRangeInWhichNothingIsSeenStillHasANextOne() {
            ThreadClient thread = ten();
            LongStream.rangeClosed(4, 7).forEach(seq -> thread.hide(BOB, seq));

            assertGoesOn(7, up(thread, BOB, 4, 3));
            assertGoesOn(4, down(thread, BOB, 7, 3));
            assertGoesOn(9, up(thread, BOB, 4, 5), 8L);
            thread.hide(BOB, 10);
            assertEnds(up(thread, BOB, 10, 3));
        }

        @Test
        void internalNotesAreShownToThoseWhoMaySeeThem() {
            ThreadClient thread = withNotes();
            thread.say(ANNA);
            thread.note(BOB);
            thread.note(ANNA);
            thread.say(CAROL);

            assertEnds(up(thread, ANNA, 1, 4), 1L, 2L, 3L, 4L);
            assertEnds(up(thread, CAROL, 1, 4), 1L, 4L);
            assertGoesOn(4, up(thread, CAROL, 2, 2));
        }

        @Test
        void aNoteAtTheEndIsTheEndOnlyForMembersWhoSeeIt() {
            ThreadClient thread = withNotes();
            thread.say(ANNA);
            thread.note(ANNA);

            assertGoesOn(2, up(thread, BOB, 1, 1), 1L);
            assertGoesOn(1, down(thread, BOB, 9, 1), 2L);
            assertEnds(up(thread, CAROL, 1, 1), 1L);
            assertEnds(down(thread, CAROL, 9, 1), 1L);
            thread.join(ANNA, DAVE);
            assertEnds(up(thread, DAVE, 1, 5));
            assertEnds(up(thread, DAVE, 9, 5));
            assertEnds(down(thread, DAVE, 9, 5));
        }
    }

    @Nested
    class EveryRange {

        /**
         * Compares each range with the messages that its reader finds one by one, and with the ends that the thread's
         * summary tells.
         */
        @Test
        void holdsTheMessagesThatItsReaderSees() {
            ThreadClient thread = withNotes();
            thread.say(ANNA);
            thread.note(BOB);
            thread.say(CAROL);
            thread.join(ANNA, DAVE);
            thread.note(ANNA);
            thread.say(BOB);
            thread.hide(CAROL, 5);
            thread.say(ANNA);
            thread.delete(BOB, 2);
            thread.leave(CAROL);
            thread.erase(ANNA, 6);
            thread.note(BOB);
            thread.read(DAVE, 5);

            for (Party reader : List.of(ANNA, BOB, CAROL, DAVE)) {
                ReaderState mine = thread.summary(reader).mine();
                List<MessageView> seen = LongStream.rangeClosed(1, 7)
                        .mapToObj(seq -> thread.view(reader, seq))
                        .flatMap(view -> view.filter(found -> !found.hidden()).stream())
                        .toList();
                for (int seqs = 1; seqs <= 8; seqs++) {
                    for (long seq = 0; seq <= 8; seq++) {
                        assertThat(up(thread, reader, seq, seqs)).isEqualTo(expectedUp(mine, seen, seq, seqs));
                        assertThat(down(thread, reader, seq, seqs)).isEqualTo(expectedDown(mine, seen, seq, seqs));
                    }
                    assertThat(unread(thread, reader, seqs))
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
