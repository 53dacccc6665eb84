package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.TENANT;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.direct;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.keyedGroup;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.quoting;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.Directory;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.spi.SendOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many round trips operations take, for the databases that extend this. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RoundTripSuites {

    /**
     * What depends on the database.
     *
     * @param send a message to a thread
     * @param keyed one with a key
     * @param again that key again
     * @param seen one that says what was seen, too
     * @param create a new thread with any number of members
     * @param claimed a new thread of a pair, or whose first message has a key, or one of these again
     * @param readAll marking everything read; MariaDB may answer while its driver still speaks, which then counts as
     *     several
     */
    record Budget(int send, int keyed, int again, int seen, int create, int claimed, int readAll) {}

    private static final ChangeOutcome CHANGED = new ChangeOutcome.Changed();
    private static final ChangeOutcome UNCHANGED = new ChangeOutcome.Unchanged();

    final Trips trips = trips();
    private final Budget budget = budget();
    final JdbcOptions options = options();
    JdbcStorage storage = JdbcStorage.open(trips.source(), options.migrate());
    ThreadId thread = newThread();

    abstract Trips trips();

    abstract Budget budget();

    /** Of tables of its own. */
    abstract JdbcOptions options();

    /** Drivers ask some things once for each connection. */
    @BeforeAll
    void askOnce() {
        storage.threads().create(group(thread, 3));
        storage.messages().latest(as(BOB), List.of(thread), 5);
        storage.positions().readAll(as(BOB), NOW);
    }

    /** A storage that has asked nothing often yet, for what is kept then takes trips once: {@link KeptStatementsTest}. */
    @BeforeEach
    void start() {
        storage = JdbcStorage.open(trips.source(), options);
        storage.positions().readAll(as(BOB), NOW);
        thread = newThread();
        storage.threads().create(group(thread, 3));
        trips.take();
    }

    @AfterAll
    void end() {
        trips.close();
    }

    private <T> T within(int most, Supplier<T> operation) {
        T answer = operation.get();
        assertThat(trips.take()).isBetween(1, most);
        return answer;
    }

    private MessageId first() {
        MessageId id = seen(storage, BOB, thread).get(0).id();
        trips.take();
        return id;
    }

    private ChangeOutcome move(Move move, long seq) {
        return storage.positions().move(as(BOB), move, Position.of(thread, seq), NOW);
    }

    @Test
    void aSendStaysWithinItsBudgetAlsoWithAKey() {
        assertThat(within(budget.send(), () -> storage.messages().append(append(BOB, thread, message("Tomorrow")))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(
                        budget.keyed(),
                        () -> storage.messages().append(keyed(BOB, thread, message("at 9"), "at 9 " + thread, 0))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(
                        budget.again(),
                        () -> storage.messages().append(keyed(BOB, thread, message("at 9"), "at 9 " + thread, 0))))
                .isInstanceOf(SendOutcome.Repeated.class);
    }

    @Test
    void whatWasSeenAndAQuoteStayWithinTheBudget() {
        assertThat(within(
                        budget.seen(),
                        () -> storage.messages().append(keyed(BOB, thread, message("Yes"), "yes " + thread, 1))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(
                        budget.send(),
                        () -> storage.messages().append(append(BOB, thread, quoting("Yes", OptionalLong.of(1))))))
                .isInstanceOf(SendOutcome.Stored.class);
    }

    @Test
    void aNewThreadTakesAsManyForAHundredMembersAsForTwo() {
        List<Integer> counts = List.of(0, 8, 98).stream()
                .map(others -> {
                    storage.threads().create(group(newThread(), others));
                    return trips.take();
                })
                .toList();
        assertThat(counts).allMatch(count -> count <= budget.create());
    }

    @Test
    void aNewThreadWithAClaimStaysWithinItsBudget() {
        Claim pair = Claim.pair(UserId.of("p" + thread), BOB);
        assertThat(within(budget.claimed(), () -> storage.threads().create(direct(newThread(), pair))))
                .isInstanceOf(CreateOutcome.Created.class);
        assertThat(within(budget.claimed(), () -> storage.threads().create(direct(newThread(), pair))))
                .isInstanceOf(CreateOutcome.PairTaken.class);
        assertThat(within(budget.claimed(), () -> storage.threads().create(keyedGroup(newThread(), "first " + thread))))
                .isInstanceOf(SendOutcome.Stored.class);
        assertThat(within(budget.claimed(), () -> storage.threads().create(keyedGroup(newThread(), "first " + thread))))
                .isInstanceOf(SendOutcome.Repeated.class);
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
        assertThat(within(1, () -> seen(storage, BOB, thread))).hasSize(1);
        assertThat(within(1, () -> storage.boxes().find(as(BOB), thread, 75))).isPresent();
        assertThat(within(1, () -> storage.boxes().unread(as(BOB), 1000)).messages())
                .isEqualTo(1);
        assertThat(within(1, () -> storage.messages().find(as(BOB), first))).isPresent();
        assertThat(within(1, () -> storage.messages().recipients(as(BOB), first)))
                .get()
                .extracting(RecipientList::recipients, InstanceOfAssertFactories.LIST)
                .hasSize(4);
        assertThat(within(1, () -> storage.messages().latest(as(BOB), List.of(thread), 5)))
                .hasSize(1);
        assertThat(within(1, () -> storage.boxes().members(as(BOB), List.of(thread), 5)))
                .hasSize(1);
        assertThat(within(1, () -> storage.boxes().senders(as(BOB), List.of(thread), 5)))
                .hasSize(1);
    }

    @Test
    void aMailboxReadsRecipientsAndMembersInOne() {
        MessageId first = first();
        Mailbox bob = mailbox();
        assertThat(within(1, () -> bob.recipients(first))).hasSize(1);
        assertThat(within(1, () -> bob.members(thread))).hasSize(5);
    }

    private Mailbox mailbox() {
        return Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build()
                .tenant(TENANT)
                .as(BOB);
    }

    static Stream<MessageQuery> beginnings() {
        return Stream.of(
                MessageQuery.newest(),
                MessageQuery.oldest(),
                MessageQuery.below(3),
                MessageQuery.above(1),
                MessageQuery.around(2),
                MessageQuery.fromFirstUnread());
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void aPageOfMessagesTakesOneWhereverItBegins(MessageQuery from) {
        Mailbox bob = mailbox();
        storage.messages().append(append(ANNA, thread, message("Or tomorrow?")));
        storage.messages().append(append(ANNA, thread, message("At 9?")));
        trips.take();
        MessageQuery query = from.first(1);
        Page<MessageView> page = within(1, () -> bob.messages(thread, query));
        Cursor next = page.next().orElseThrow();
        assertThat(within(1, () -> bob.messages(thread, query.after(next))).items())
                .hasSize(1)
                .doesNotContainAnyElementsOf(page.items());
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
        assertThat(within(budget.readAll(), () -> storage.positions().readAll(as(BOB), NOW)))
                .isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            storage.threads().create(group(newThread(), 0));
        }
        trips.take();
        assertThat(within(budget.readAll(), () -> storage.positions().readAll(as(BOB), NOW)))
                .isEqualTo(10);
    }
}
