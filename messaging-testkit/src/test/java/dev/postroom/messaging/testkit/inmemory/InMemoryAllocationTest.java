package dev.postroom.messaging.testkit.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postroom.messaging.Draft;
import dev.postroom.messaging.MessageQuery;
import dev.postroom.messaging.Messaging;
import dev.postroom.messaging.NewThread;
import dev.postroom.messaging.Sent;
import dev.postroom.messaging.ThreadQuery;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.Directory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests how many bytes operations allocate on the in-memory storage. Bytes are nearly the same on every machine, times
 * are not. Each limit is a quarter above the higher of the values that were measured on JDK 17 and 25.
 */
class InMemoryAllocationTest {

    private static final long SEND = 3_900;
    private static final long INBOX_PAGE = 184_000;
    private static final long THREAD_PAGE = 12_100;

    private static final UserId ANNA = UserId.of("anna");
    private static final UserId BOB = UserId.of("bob");
    private static final String TEXT = "The roofer comes on Monday at nine and brings his own ladder.";

    private final Messaging messaging = Messaging.builder()
            .storage(new InMemoryStorage())
            .directory(Directory.everyone())
            .build();
    private ThreadId thread;

    @BeforeEach
    void fill() {
        assumeTrue(Allocations.areTold(), "allocations are not told, or in another measure");
        for (int i = 0; i < 40; i++) {
            thread = messaging
                    .as(ANNA)
                    .send(NewThread.to(BOB).subject("Roof").text(TEXT))
                    .threadId();
        }
        for (int i = 0; i < 100; i++) {
            messaging.as(ANNA).reply(thread, Draft.text(TEXT));
        }
    }

    private static <T> T within(long most, Supplier<T> operation) {
        assertThat(Allocations.of(() -> {}, operation)).as("bytes").isBetween(1L, most);
        return operation.get();
    }

    @Test
    void aSendStaysWithinItsBudget() {
        assertThat(within(SEND, () -> messaging.as(ANNA).reply(thread, Draft.text(TEXT)))
                        .status())
                .isEqualTo(Sent.Status.SENT);
    }

    @Test
    void aPageOfTheInboxStaysWithinItsBudget() {
        List<ThreadSummary> page = within(
                        INBOX_PAGE,
                        () -> messaging.as(BOB).threads(ThreadQuery.inbox().first(20)))
                .items();
        assertThat(page).hasSize(20);
    }

    @Test
    void aPageOfAThreadStaysWithinItsBudget() {
        List<MessageView> page = within(
                        THREAD_PAGE,
                        () -> messaging
                                .as(BOB)
                                .messages(thread, MessageQuery.newest().first(50)))
                .items();
        assertThat(page).hasSize(50);
    }
}
