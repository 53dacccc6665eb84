package dev.postroom.messaging.testkit.contract.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.testkit.contract.MessagingContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how the public API reads a thread page by page: from every place, in both directions, and over gaps. */
public abstract class MessagePageContract extends MessagingContract {

    private static final int COUNT = 30;

    private ThreadId thread;
    private final List<MessageId> ids = new ArrayList<>();

    /** For adapters to extend. */
    protected MessagePageContract() {}

    @BeforeEach
    void writeThirtyMessages() {
        Sent first = as(ANNA).send(NewThread.to(BOB).text("1"));
        thread = first.threadId();
        ids.add(first.messageId());
        for (int i = 2; i <= COUNT; i++) {
            Mailbox author = as(i % 3 == 0 ? BOB : ANNA);
            ids.add(author.reply(thread, Draft.text(String.valueOf(i))).messageId());
        }
    }

    @Test
    void newestFirstAndOldestFirstCoverAllInOrder() {
        assertThat(walk(MessageQuery.newest().first(7))).containsExactlyElementsOf(seqs(COUNT, 1));
        assertThat(walk(MessageQuery.oldest().first(7))).containsExactlyElementsOf(seqs(1, COUNT));
        assertThat(walk(MessageQuery.oldest().first(100))).containsExactlyElementsOf(seqs(1, COUNT));
        assertThat(as(BOB).messages(thread, MessageQuery.oldest().first(3)).items())
                .extracting(MessageView::text)
                .containsExactly("1", "2", "3");
    }

    @Test
    void aPageBeginsBelowAboveOrAroundASeq() {
        assertThat(page(MessageQuery.below(10).first(3))).containsExactly(9L, 8L, 7L);
        assertThat(page(MessageQuery.above(10).first(3))).containsExactly(11L, 12L, 13L);
        assertThat(page(MessageQuery.around(10).first(5))).containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(page(MessageQuery.around(1).first(4))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(walk(MessageQuery.around(28).first(4))).containsExactlyElementsOf(seqs(26, COUNT));
    }

    @Test
    void beyondTheEndsThereIsNothing() {
        assertThat(page(MessageQuery.below(1).first(3))).isEmpty();
        assertThat(page(MessageQuery.below(0).first(3))).isEmpty();
        assertThat(page(MessageQuery.above(COUNT).first(3))).isEmpty();
        assertThat(page(MessageQuery.above(Long.MAX_VALUE).first(3))).isEmpty();
        assertThat(page(MessageQuery.around(Long.MAX_VALUE).first(3))).isEmpty();
        assertThat(page(MessageQuery.below(Long.MAX_VALUE).first(2))).containsExactly(30L, 29L);
    }

    @Test
    void aPageBeginsBehindTheReadPosition() {
        as(BOB).markReadUpTo(Position.of(thread, 12));
        assertThat(page(MessageQuery.fromFirstUnread().first(3))).containsExactly(13L, 14L, 15L);
        as(BOB).markReadUpTo(Position.of(thread, COUNT));
        assertThat(page(MessageQuery.fromFirstUnread().first(3))).isEmpty();
        as(BOB).markUnread(thread);
        assertThat(page(MessageQuery.fromFirstUnread().first(1))).containsExactly(1L);
    }

    @Test
    void pagingSkipsMessagesThatTheReaderDoesNotSee() {
        for (int seq = 5; seq <= 24; seq++) {
            as(BOB).deleteForMe(ids.get(seq - 1));
        }
        List<Long> seen = new ArrayList<>(seqs(1, 4));
        seen.addAll(seqs(25, COUNT));
        for (int size : new int[] {1, 2, 3, 7, 100}) {
            assertThat(walk(MessageQuery.oldest().first(size))).containsExactlyElementsOf(seen);
            List<Long> back = new ArrayList<>(seqs(COUNT, 25));
            back.addAll(seqs(4, 1));
            assertThat(walk(MessageQuery.newest().first(size))).containsExactlyElementsOf(back);
        }
    }

    @Test
    void aPageIsNeverEmptyWhileThereIsMore() {
        for (int seq = 2; seq < COUNT; seq++) {
            as(BOB).deleteForMe(ids.get(seq - 1));
        }
        for (MessageQuery query : List.of(MessageQuery.oldest(), MessageQuery.newest())) {
            Page<MessageView> page = as(BOB).messages(thread, query.first(2));
            while (page.hasMore()) {
                assertThat(page.items()).isNotEmpty();
                page = as(BOB).messages(thread, query.first(2).after(page.next().orElseThrow()));
            }
        }
    }

    @Test
    void aWalkStaysInTheReadersWindow() {
        as(BOB).deleteForMe(Position.of(thread, 20));
        assertThat(walk(MessageQuery.newest().first(4))).containsExactlyElementsOf(seqs(COUNT, 21));
        assertThat(page(MessageQuery.around(3).first(3))).containsExactly(21L, 22L, 23L);
    }

    @Test
    void aDeletedMessageKeepsItsPlaceWithoutText() {
        as(ANNA).deleteForEveryone(ids.get(1));
        MessageView tombstone =
                as(BOB).messages(thread, MessageQuery.above(1).first(1)).items().get(0);
        assertThat(tombstone.seq()).isEqualTo(2);
        assertThat(tombstone.message().deleted()).isTrue();
        assertThat(tombstone.text()).isEmpty();
    }

    private List<Long> page(MessageQuery query) {
        return as(BOB).messages(thread, query).items().stream()
                .map(MessageView::seq)
                .toList();
    }

    private List<Long> walk(MessageQuery query) {
        List<Long> seqs = new ArrayList<>();
        Page<MessageView> page = as(BOB).messages(thread, query);
        page.items().forEach(message -> seqs.add(message.seq()));
        while (page.hasMore()) {
            page = as(BOB).messages(thread, query.after(page.next().orElseThrow()));
            page.items().forEach(message -> seqs.add(message.seq()));
        }
        return seqs;
    }

    private static List<Long> seqs(long from, long to) {
        return LongStream.rangeClosed(0, Math.abs(to - from))
                .mapToObj(i -> from <= to ? from + i : from - i)
                .toList();
    }
}
