package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.Commands.ANNA;
import static dev.postroom.messaging.jdbc.Commands.BOB;
import static dev.postroom.messaging.jdbc.Commands.NOW;
import static dev.postroom.messaging.jdbc.Commands.append;
import static dev.postroom.messaging.jdbc.Commands.as;
import static dev.postroom.messaging.jdbc.Commands.group;
import static dev.postroom.messaging.jdbc.Commands.keyed;
import static dev.postroom.messaging.jdbc.Commands.message;
import static dev.postroom.messaging.jdbc.Commands.newThread;
import static dev.postroom.messaging.jdbc.Commands.quoting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many round trips operations take. */
class RoundTripTest {

    private static final ChangeOutcome CHANGED = new ChangeOutcome.Changed();
    private static final ChangeOutcome UNCHANGED = new ChangeOutcome.Unchanged();

    private final JdbcConnectionPool pool = H2Fixture.pool();
    private final RoundTrips trips = new RoundTrips(pool);
    private final JdbcStorage storage =
            JdbcStorage.open(trips, JdbcOptions.defaults().migrate());
    private final ThreadId thread = newThread();

    @BeforeEach
    void start() {
        storage.threads().create(group(thread, 3));
        trips.take();
    }

    @AfterEach
    void end() {
        pool.dispose();
    }

    private <T> T within(int most, Supplier<T> operation) {
        T answer = operation.get();
        assertThat(trips.take()).hasSizeLessThanOrEqualTo(most);
        return answer;
    }

    private MessageId first() {
        MessageId id = storage.messages().range(as(BOB), thread, 1, 1).get(0).id();
        trips.take();
        return id;
    }

    private ChangeOutcome move(Move move, long seq) {
        return storage.positions().move(as(BOB), move, Position.of(thread, seq), NOW);
    }

    @Test
    void aSendTakesSixAndSevenWithAKey() {
        assertThat(within(6, () -> storage.messages().append(append(BOB, thread, message("Tomorrow")))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(7, () -> storage.messages().append(keyed(BOB, thread, message("at 9"), "k", 0))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(7, () -> storage.messages().append(keyed(BOB, thread, message("at 9"), "k", 0))))
                .isInstanceOf(SendOutcome.Repeated.class);
    }

    @Test
    void whatWasSeenAndAQuoteAddNoMoreThanOne() {
        assertThat(within(8, () -> storage.messages().append(keyed(BOB, thread, message("Yes"), "k", 1))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(6, () -> storage.messages().append(append(BOB, thread, quoting("Yes", OptionalLong.of(1))))))
                .isInstanceOf(SendOutcome.Stored.class);
    }

    @Test
    void aNewThreadTakesAsManyForAHundredMembersAsForTwo() {
        List<Integer> counts = List.of(0, 8, 98).stream()
                .map(others -> {
                    storage.threads().create(group(newThread(), others));
                    return trips.take().size();
                })
                .toList();
        assertThat(counts).containsOnly(5);
    }

    @ParameterizedTest
    @EnumSource(Box.class)
    void aPageOfABoxTakesOne(Box box) {
        storage.stars().setThread(as(ANNA), thread, true, NOW);
        trips.take();
        BoxQuery query = new BoxQuery(as(ANNA), box, BoxQuery.Filter.ANY, Optional.empty(), 0, 20, 75);
        within(1, () -> storage.boxes().page(query));
        within(1, () -> storage.boxes().count(as(ANNA), box, BoxQuery.Filter.UNREAD));
    }

    @Test
    void readingTakesOne() {
        MessageId first = first();
        assertThat(within(1, () -> storage.messages().range(as(BOB), thread, 1, 100)))
                .hasSize(1);
        assertThat(within(1, () -> storage.boxes().find(as(BOB), thread, 75))).isPresent();
        assertThat(within(1, () -> storage.boxes().unread(as(BOB), 1000)).messages())
                .isEqualTo(1);
        assertThat(within(1, () -> storage.messages().find(as(BOB), first))).isPresent();
        assertThat(within(1, () -> storage.messages().recipients(as(BOB), first)))
                .hasSize(4);
        assertThat(within(1, () -> storage.messages().latest(as(BOB), List.of(thread), 5)))
                .hasSize(1);
        assertThat(within(1, () -> storage.boxes().members(as(BOB), List.of(thread), 5)))
                .hasSize(1);
        assertThat(within(1, () -> storage.boxes().senders(as(BOB), List.of(thread), 5)))
                .hasSize(1);
    }

    @Test
    void aPositionMovesInOneAndStaysInTwo() {
        assertThat(within(1, () -> move(Move.READ_UP_TO, 1))).isEqualTo(CHANGED);
        assertThat(within(2, () -> move(Move.READ_UP_TO, 1))).isEqualTo(UNCHANGED);
        assertThat(within(1, () -> move(Move.UNREAD_FROM, 1))).isEqualTo(CHANGED);
        assertThat(within(1, () -> move(Move.ARCHIVE, 1))).isEqualTo(CHANGED);
        assertThat(within(1, () -> move(Move.UNARCHIVE, 0))).isEqualTo(CHANGED);
        assertThat(within(1, () -> move(Move.DELETE, 1))).isEqualTo(CHANGED);
    }

    @Test
    void aStarIsSetAndClearedInOne() {
        MessageId first = first();
        assertThat(within(1, () -> storage.stars().setMessage(as(BOB), first, true, NOW)))
                .isEqualTo(CHANGED);
        assertThat(within(2, () -> storage.stars().setMessage(as(BOB), first, true, NOW)))
                .isEqualTo(UNCHANGED);
        assertThat(within(1, () -> storage.stars().setMessage(as(BOB), first, false, NOW)))
                .isEqualTo(CHANGED);
        assertThat(within(1, () -> storage.stars().setThread(as(BOB), thread, true, NOW)))
                .isEqualTo(CHANGED);
        assertThat(within(1, () -> storage.stars().clear(as(BOB), thread, NOW))).isEqualTo(CHANGED);
    }

    @Test
    void aMessageIsHiddenInOne() {
        MessageId first = first();
        assertThat(within(1, () -> storage.messages().hide(as(BOB), first, NOW)))
                .isEqualTo(CHANGED);
        assertThat(within(2, () -> storage.messages().hide(as(BOB), first, NOW)))
                .isEqualTo(UNCHANGED);
    }

    @Test
    void readingAllTakesAsManyForTenThreadsAsForOne() {
        assertThat(within(3, () -> storage.positions().readAll(as(BOB), NOW))).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            storage.threads().create(group(newThread(), 0));
        }
        trips.take();
        assertThat(within(3, () -> storage.positions().readAll(as(BOB), NOW))).isEqualTo(10);
    }
}
