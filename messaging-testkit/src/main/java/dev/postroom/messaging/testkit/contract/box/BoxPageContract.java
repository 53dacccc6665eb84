package dev.postroom.messaging.testkit.contract.box;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import dev.postroom.messaging.spi.BoxQuery.Place;
import dev.postroom.messaging.testkit.contract.StorageClient;
import dev.postroom.messaging.testkit.contract.StorageContract;
import dev.postroom.messaging.testkit.contract.ThreadClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the order in which a box lists its threads, and that every kind of paging shows each thread exactly once, also
 * if many threads have the same time.
 *
 * <p>Not asserted: the activity of a thread for a member who has seen no active message since it joined, and the answer
 * to a query with both a place and an offset.
 */
public abstract class BoxPageContract extends StorageContract {

    /** For adapters to extend. */
    protected BoxPageContract() {}

    private ThreadClient from(Instant at) {
        return newThread(ANNA).with(BOB).says("hello").at(at).created();
    }

    private List<ThreadId> inbox() {
        return client.box(BOB, Box.INBOX);
    }

    @Nested
    class Order {

        @Test
        void theThreadOfTheLatestActivityComesFirst() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            ThreadClient three = from(client.now());
            assertThat(inbox()).containsExactly(three.id(), two.id(), one.id());

            one.say(ANNA);
            assertThat(inbox()).containsExactly(one.id(), three.id(), two.id());
        }

        @Test
        void anOwnMessageIsActivityToo() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            one.say(BOB);

            assertThat(inbox()).containsExactly(one.id(), two.id());
        }

        @Test
        void aMicrosecondMakesADifference() {
            Instant at = client.now();
            List<ThreadId> ids = Stream.of(3, 1, 2)
                    .map(micros -> from(at.plusNanos(micros * 1_000L)).id())
                    .toList();

            assertThat(inbox()).containsExactly(ids.get(0), ids.get(2), ids.get(1));
        }

        @Test
        void nothingButAnActiveMessageMovesAThread() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            one.system(ANNA);
            one.read(BOB, 1);
            one.star(BOB, 1);
            one.hide(BOB, 1);
            one.rename(ANNA, "Roof");
            one.archive(BOB, 2);
            one.unarchive(BOB);
            one.join(ANNA, CAROL);
            one.close(ANNA);

            assertThat(inbox()).containsExactly(two.id(), one.id());
        }

        @Test
        void aDeletedMessageKeepsItsThreadInPlace() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            one.say(ANNA);
            one.erase(ANNA, 2);

            assertThat(inbox()).containsExactly(one.id(), two.id());
        }

        @Test
        void anInternalNoteMovesTheThreadForThoseWhoSeeIt() {
            ThreadClient one = newThread(ANNA)
                    .starterRights(INTERNAL_MANAGER)
                    .with(BOB)
                    .with(INTERNAL_MEMBER, CAROL)
                    .says("one")
                    .created();
            ThreadClient two = newThread(ANNA).with(BOB, CAROL).says("two").created();
            one.note(ANNA);

            assertThat(client.box(BOB, Box.INBOX)).containsExactly(two.id(), one.id());
            assertThat(client.box(CAROL, Box.INBOX)).containsExactly(one.id(), two.id());
        }

        @Test
        void aMessageAfterLeavingMovesNothing() {
            ThreadClient one = from(client.now());
            one.leave(BOB);
            ThreadClient two = from(client.now());
            one.say(ANNA);

            assertThat(client.box(BOB, Box.ALL)).containsExactly(two.id(), one.id());
        }

        @Test
        void theEntryNamesTheTimeOfItsOrder() {
            Instant at = client.now();
            ThreadClient thread = from(at);
            var reply = thread.say(BOB);
            var answer = thread.say(ANNA);

            BoxEntry inbox = client.page(client.query(BOB, Box.INBOX)).get(0);
            BoxEntry sent = client.page(client.query(BOB, Box.SENT)).get(0);

            assertThat(inbox.orderedAt()).isEqualTo(answer.createdAt());
            assertThat(inbox.summary().activityAt()).isEqualTo(answer.createdAt());
            assertThat(sent.orderedAt()).isEqualTo(reply.createdAt());
            assertThat(sent.summary().activityAt()).isEqualTo(answer.createdAt());
        }

        @Test
        void sentIsOrderedByOnesOwnLastMessage() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            two.say(BOB);
            one.say(BOB);
            two.say(ANNA);

            assertThat(client.box(BOB, Box.SENT)).containsExactly(one.id(), two.id());
            assertThat(client.box(BOB, Box.ALL)).containsExactly(two.id(), one.id());
        }

        @Test
        void theHighestIdComesFirstAtTheSameTime() {
            Instant at = client.now();
            List<ThreadId> ascending = Stream.of(
                            "00000000-0000-7000-8000-000000000001",
                            "00000000-0000-7000-bfff-ffffffffffff",
                            "01900000-0000-7000-8000-000000000000",
                            "01900000-0000-7000-9000-000000000000",
                            "7fffffff-ffff-7fff-8fff-ffffffffffff",
                            "80000000-0000-7000-8000-000000000000",
                            "a0000000-0000-7000-8000-000000000000",
                            "ffffffff-ffff-7fff-8000-000000000000",
                            "ffffffff-ffff-7fff-bfff-ffffffffffff")
                    .map(ThreadId::parse)
                    .toList();
            for (int i : new int[] {4, 0, 8, 3, 5, 1, 7, 2, 6}) {
                newThread(ANNA)
                        .id(ascending.get(i))
                        .with(BOB)
                        .says("hello")
                        .at(at)
                        .created();
            }

            assertThat(reversed(inbox())).isEqualTo(ascending);
            assertThat(reversed(client.box(ANNA, Box.SENT))).isEqualTo(ascending);
            assertThat(pages(Box.INBOX, Filter.ANY, 2)).isEqualTo(inbox());
        }
    }

    private static int unsigned(ThreadId one, ThreadId other) {
        UUID a = one.value();
        UUID b = other.value();
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    private static <T> List<T> reversed(List<T> list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(list.size() - 1 - i))
                .toList();
    }

    /**
     * Returns the threads of a box of Bob, read page by page. Each page begins after the last entry of the page before.
     */
    private List<ThreadId> pages(Box box, Filter filter, int limit) {
        List<ThreadId> all = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        List<BoxEntry> page;
        do {
            page = client.page(new BoxQuery(client.as(BOB), box, filter, after, 0, limit, StorageClient.PREVIEW));
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(StorageClient.ids(page));
            if (!page.isEmpty()) {
                BoxEntry last = page.get(page.size() - 1);
                after = Optional.of(new Place(last.orderedAt(), last.summary().threadId()));
            }
        } while (!page.isEmpty());
        return all;
    }

    private List<ThreadId> page(long offset, int limit) {
        return StorageClient.ids(client.page(new BoxQuery(
                client.as(BOB), Box.INBOX, Filter.ANY, Optional.empty(), offset, limit, StorageClient.PREVIEW)));
    }

    /** Creates threads in every box of Bob. They have three different times in all. */
    private void manyThreads() {
        Instant base = client.now();
        for (int i = 0; i < 40; i++) {
            ThreadClient thread = from(base.plusSeconds(i * 7 % 3));
            if (i % 2 == 0) {
                thread.by(BOB).at(base.plusSeconds(10 + i * 5 % 3)).stored();
            }
            if (i % 3 == 0) {
                thread.starThread(BOB);
            }
            if (i % 4 == 1) {
                thread.archive(BOB, 1);
            }
            if (i % 5 < 2) {
                thread.read(BOB, 1);
            }
        }
    }

    @Nested
    class Pages {

        @ParameterizedTest
        @EnumSource
        void pagesByPlaceShowEachThreadOnceAndInOrder(Box box) {
            manyThreads();

            for (Filter filter : Filter.values()) {
                List<ThreadId> whole = client.box(BOB, box, filter);
                assertThat(whole).as("%s %s", box, filter).isNotEmpty().doesNotHaveDuplicates();
                for (int limit : new int[] {1, 2, 3, 7, 100}) {
                    assertThat(pages(box, filter, limit))
                            .as("%s %s by %s", box, filter, limit)
                            .isEqualTo(whole);
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void theWholeBoxIsOrderedByTimeAndThenById(Box box) {
            manyThreads();

            assertThat(client.page(client.query(BOB, box))).isSortedAccordingTo((one, other) -> {
                int byTime = other.orderedAt().compareTo(one.orderedAt());
                return byTime != 0
                        ? byTime
                        : unsigned(other.summary().threadId(), one.summary().threadId());
            });
        }

        @ParameterizedTest
        @EnumSource
        void countsAgreeWithListsAndFiltersDivideThem(Box box) {
            manyThreads();

            for (Filter filter : Filter.values()) {
                assertThat(client.count(BOB, box, filter))
                        .as("%s %s", box, filter)
                        .isEqualTo(client.box(BOB, box, filter).size());
            }
            List<ThreadId> both = new ArrayList<>(client.box(BOB, box, Filter.UNREAD));
            both.addAll(client.box(BOB, box, Filter.READ));
            assertThat(both).containsExactlyInAnyOrderElementsOf(client.box(BOB, box));
            assertThat(client.page(client.query(BOB, box, Filter.UNREAD)))
                    .allMatch(entry -> entry.summary().unread() > 0);
            assertThat(client.page(client.query(BOB, box, Filter.READ)))
                    .allMatch(entry -> entry.summary().unread() == 0);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 7, 50})
        void pagesByOffsetShowEachThreadOnce(int limit) {
            manyThreads();
            List<ThreadId> whole = inbox();

            List<ThreadId> all = new ArrayList<>();
            for (int offset = 0; offset < whole.size(); offset += limit) {
                all.addAll(page(offset, limit));
            }

            assertThat(all).isEqualTo(whole);
            assertThat(page(whole.size(), limit)).isEmpty();
            assertThat(page(10_000, limit)).isEmpty();
        }

        @Test
        void thePlaceNeedNotBeThatOfAThreadStillThere() {
            Instant at = client.now();
            ThreadClient one = from(at);
            ThreadClient two = from(at);
            ThreadClient three = from(at);
            two.delete(BOB, 1);

            assertThat(after(new Place(at, two.id()))).containsExactly(one.id());
            assertThat(after(new Place(at.plusSeconds(1), one.id()))).containsExactly(three.id(), one.id());
            assertThat(after(new Place(at.minusSeconds(1), three.id()))).isEmpty();
        }

        @Test
        void aThreadThatMovesUpMeanwhileIsFoundWhenPagingBeginsAgain() {
            ThreadClient one = from(client.now());
            ThreadClient two = from(client.now());
            Place place = new Place(client.latest(), two.id());
            one.say(ANNA);

            assertThat(after(place)).isEmpty();
            assertThat(inbox()).containsExactly(one.id(), two.id());
        }

        private List<ThreadId> after(Place place) {
            return StorageClient.ids(client.page(new BoxQuery(
                    client.as(BOB), Box.INBOX, Filter.ANY, Optional.of(place), 0, 100, StorageClient.PREVIEW)));
        }

        @ParameterizedTest
        @EnumSource
        void anEmptyMailboxHasEmptyBoxes(Box box) {
            from(client.now());

            for (Filter filter : Filter.values()) {
                assertThat(client.box(EVE, box, filter)).isEmpty();
                assertThat(client.count(EVE, box, filter)).isZero();
            }
        }

        @ParameterizedTest
        @EnumSource
        void anEntryShowsTheThreadAsItIsFound(Box box) {
            manyThreads();

            for (BoxEntry entry : client.page(client.query(BOB, box))) {
                var found = client.thread(entry.summary().threadId()).summary(BOB);
                assertThat(entry.summary().thread()).isEqualTo(found.thread());
                assertThat(entry.summary().mine()).isEqualTo(found.mine());
                assertThat(entry.summary().last().orElseThrow().id())
                        .isEqualTo(found.last().orElseThrow().id());
                assertThat(entry.summary().senders()).isEmpty();
                assertThat(entry.summary().members()).isEmpty();
                assertThat(entry.summary().messages()).isEmpty();
            }
        }
    }
}
