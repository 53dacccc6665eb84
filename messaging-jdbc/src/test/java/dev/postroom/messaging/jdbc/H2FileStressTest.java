package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.keyedGroup;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers write a few threads of an H2 file of the host's, and often take back what they did. */
@Tag("slow")
class H2FileStressTest {

    private static final int KEYS = 500;
    private static final Duration LENGTH = Duration.ofSeconds(4).multipliedBy(Integer.getInteger("faults.scale", 1));

    private final List<ThreadId> threads =
            IntStream.range(0, 4).mapToObj(number -> newThread()).toList();
    private final Set<MessageId> acknowledged = ConcurrentHashMap.newKeySet();
    private final HikariDataSource pool = new HikariDataSource();

    @TempDir
    private Path folder;

    @BeforeEach
    void choose() {
        pool.setJdbcUrl("jdbc:h2:" + folder.resolve("host") + ";WRITE_DELAY=0;QUERY_CACHE_SIZE=256");
    }

    @Test
    void sixteenCallersWithAutocommitOffLoseNothing() throws Exception {
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(16);
        run(pool, 16);
    }

    @Test
    void twoHundredCallersOnFiveConnectionsLoseNothing() throws Exception {
        pool.setMaximumPoolSize(5);
        pool.setConnectionTimeout(60_000);
        run(pool, 200);
    }

    private void run(DataSource source, int callers) throws Exception {
        try (pool) {
            JdbcStorage storage =
                    JdbcStorage.open(source, JdbcOptions.defaults().migrate());
            threads.forEach(thread -> storage.threads().create(group(thread, 3)));
            long end = System.nanoTime() + LENGTH.toNanos();
            Callers.together(callers, number -> {
                Random random = new Random(number);
                while (System.nanoTime() < end) {
                    write(storage, random);
                }
            });
            check(storage);
        }
    }

    private void write(JdbcStorage storage, Random random) {
        ThreadId thread = threads.get(random.nextInt(threads.size()));
        String key = "k" + random.nextInt(KEYS);
        AppendMessage send = keyed(BOB, thread, message("Tomorrow"), key, 0);
        switch (random.nextInt(4)) {
            case 0 -> note(storage.messages().append(append(BOB, thread, message("Tomorrow"))));
            case 1 -> note(storage.messages().append(send));
            // The second one is refused, so the first one is taken back.
            case 2 ->
                storage.messages()
                        .appendAll(List.of(
                                append(BOB, thread, message("Today")), append(BOB, newThread(), message("Today"))));
            // The same key, so there is nearly always somebody's claim, and a failed insert.
            default -> storage.threads().create(keyedGroup(newThread(), key));
        }
    }

    private void note(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Stored stored) {
            acknowledged.add(stored.messageId());
        }
    }

    private void check(JdbcStorage storage) {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        Set<MessageId> found = new HashSet<>();
        threads.forEach(thread -> found.addAll(all(storage, thread)));
        assertThat(found).containsAll(acknowledged).hasSize(acknowledged.size() + threads.size());
    }

    private static List<MessageId> all(JdbcStorage storage, ThreadId thread) {
        List<MessageId> all = new ArrayList<>();
        long from = 1;
        while (true) {
            List<MessageId> page = seen(storage, BOB, Position.of(thread, from)).stream()
                    .map(view -> view.message().id())
                    .toList();
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            from += page.size();
        }
    }
}
