package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.ANNA;
import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.NOW;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadChange;
import java.sql.Connection;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A send on PostgreSQL that waits for a key which a host's transaction has used. */
@Tag("slow")
class PostgresKeyWaitTest {

    private final String prefix = TestServer.POSTGRESQL.takePrefix();
    private final JdbcStorage storage = JdbcStorage.open(
            TestServer.POSTGRESQL.pool(),
            JdbcOptions.defaults().tablePrefix(prefix).migrate());

    @AfterEach
    void end() {
        TestServer.POSTGRESQL.giveBack(TestServer.POSTGRESQL.pool(), prefix);
    }

    /** It holds the thread, but nothing of its author's: or the two would wait for each other. */
    @ParameterizedTest
    @CsvSource({"true, 1", "false, 1", "true, 0", "false, 0"})
    void itsAuthorMayMarkReadMeanwhile(boolean closed, long seen) throws Exception {
        ThreadId one = create();
        ThreadId other = create();
        if (closed) {
            storage.threads().change(as(ANNA), one, new ThreadChange.Close(), OptionalLong.empty(), NOW);
        }
        try (Connection connection = TestServer.POSTGRESQL.pool().getConnection()) {
            connection.setAutoCommit(false);
            Storage host = storage.joined(storage.transaction(connection));
            assertThat(host.messages().append(keyed(BOB, other, message("Yes"), "key", 0)))
                    .isInstanceOf(SendOutcome.Stored.class);
            CompletableFuture<SendOutcome> waiting = CompletableFuture.supplyAsync(
                    () -> storage.messages().append(keyed(BOB, one, message("Yes"), "key", seen)));
            // Long enough for it to wait, and for the server to look for deadlocks.
            Thread.sleep(1_300);
            assertThat(waiting).isNotDone();
            assertThat(host.positions().move(as(BOB), Move.READ_UP_TO, Position.of(one, 1), NOW))
                    .isEqualTo(new ChangeOutcome.Changed());
            connection.commit();
            connection.setAutoCommit(true);
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(SendOutcome.Repeated.class);
        }
        assertThat(storage.inspection().selfCheck()).isEmpty();
    }

    private ThreadId create() {
        ThreadId id = newThread();
        CreateThread group = group(id, 0);
        storage.threads()
                .create(new CreateThread(
                        group.by(),
                        id,
                        group.shape(),
                        group.subject(),
                        ThreadRules.DEFAULT.onClosed(ClosedRule.REOPEN),
                        group.members(),
                        group.first(),
                        group.pair(),
                        group.key(),
                        NOW));
        return id;
    }
}
