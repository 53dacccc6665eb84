package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.Mailbox;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * How much operations allocate in the Java thread that calls them, for the databases that extend this. Bytes, not times:
 * they are nearly the same on every machine.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AllocationSuites {

    /**
     * Bytes for one operation, with what the driver takes for it. A quarter more than was measured on JDK 17 and 25,
     * whichever was more: JDKs differ, and so does what their compilers spare.
     *
     * @param send a message to a thread with two members
     * @param keyed one with a key
     * @param create a new thread with ten members
     * @param inbox a page of 20 threads
     * @param thread a page of 50 messages
     * @param read marking a thread read
     * @param unread the totals
     * @param star starring a message
     */
    record Budget(long send, long keyed, long create, long inbox, long thread, long read, long unread, long star) {}

    private static final String TEXT = "The roofer comes on Monday at nine and brings his own ladder.";
    private static final int THREADS = 40;
    private static final int MESSAGES = 100;
    private static final int THREAD_PAGE = 20;
    private static final int MESSAGE_PAGE = 50;

    private final Budget budget = budget();
    private Messaging messaging;
    private JdbcStorage storage;
    private Sent last;

    abstract Budget budget();

    abstract DataSource pool();

    /** For tables of its own. */
    abstract JdbcOptions options();

    @BeforeAll
    void fill() {
        assumeTrue(JdbcAllocations.areTold(), "allocations are not told, or in another measure");
        storage = JdbcStorage.open(pool(), options().migrate());
        messaging = Messaging.builder()
                .storage(storage)
                .directory(Directory.everyone())
                .build();
        for (int i = 0; i < THREADS; i++) {
            last = anna().send(NewThread.to(BOB).subject("Roof").text(TEXT));
        }
        for (int i = 0; i < MESSAGES; i++) {
            last = anna().reply(last.threadId(), Draft.text(TEXT));
        }
    }

    /** Hosts get a mailbox for each request. */
    private Mailbox anna() {
        return messaging.as(ANNA);
    }

    private Mailbox bob() {
        return messaging.as(BOB);
    }

    private static <T> T within(long most, Supplier<T> operation) {
        return within(most, () -> {}, operation);
    }

    private static <T> T within(long most, Runnable before, Supplier<T> operation) {
        assertThat(JdbcAllocations.of(before, operation)).as("bytes").isBetween(1L, most);
        before.run();
        return operation.get();
    }

    @Test
    void aSendStaysWithinItsBudget() {
        assertThat(within(budget.send(), () -> anna().reply(last.threadId(), Draft.text(TEXT)))
                        .status())
                .isEqualTo(Sent.Status.SENT);
    }

    @Test
    void aSendWithAKeyStaysWithinItsBudget() {
        assertThat(within(
                                budget.keyed(),
                                () -> anna().reply(
                                                last.threadId(),
                                                Draft.text(TEXT)
                                                        .key(UUID.randomUUID().toString())))
                        .status())
                .isEqualTo(Sent.Status.SENT);
    }

    @Test
    void aNewThreadOfTenStaysWithinItsBudget() {
        List<UserId> others = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> UserId.of("other-" + number))
                .toList();
        assertThat(within(
                                budget.create(),
                                () -> anna().send(NewThread.to(others)
                                        .subject("Roof")
                                        .text(TEXT)))
                        .seq())
                .isEqualTo(1);
    }

    @Test
    void aPageOfTheInboxStaysWithinItsBudget() {
        assertThat(within(
                                budget.inbox(),
                                () -> bob().threads(ThreadQuery.inbox().first(THREAD_PAGE)))
                        .items())
                .hasSize(THREAD_PAGE);
    }

    @Test
    void aPageOfAThreadStaysWithinItsBudget() {
        assertThat(within(
                                budget.thread(),
                                () -> bob().messages(
                                                last.threadId(),
                                                MessageQuery.newest().first(MESSAGE_PAGE)))
                        .items())
                .hasSize(MESSAGE_PAGE);
    }

    @Test
    void markingReadStaysWithinItsBudget() {
        assertThat(within(
                        budget.read(),
                        () -> bob().markUnread(last.threadId()),
                        () -> bob().markReadUpTo(last.position())))
                .isTrue();
    }

    @Test
    void unreadTotalsStayWithinTheirBudget() {
        assertThat(within(budget.unread(), () -> bob().unread()).threads()).isPositive();
    }

    /** As much as without: what takes a connection of the host's is made once, not for each call. */
    @Test
    void totalsInAHostsTransactionStayWithinTheSameBudget() throws SQLException {
        try (Connection connection = pool().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(within(
                                    budget.unread(),
                                    () -> messaging
                                            .in(storage.transaction(connection))
                                            .as(BOB)
                                            .unread())
                            .threads())
                    .isPositive();
            connection.commit();
        }
    }

    @Test
    void aStarStaysWithinItsBudget() {
        assertThat(within(budget.star(), () -> bob().unstar(last.messageId()), () -> bob().star(last.messageId())))
                .isTrue();
    }
}
