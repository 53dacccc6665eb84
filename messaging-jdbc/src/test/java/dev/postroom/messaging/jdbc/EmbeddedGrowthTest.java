package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.as;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postroom.messaging.jdbc.internal.embedded.EmbeddedH2;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.ThreadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded file is written anew when it has grown too much, and nobody notices but by waiting. */
@Tag("slow")
class EmbeddedGrowthTest {

    private static final long FLOOR = 1 << 20;
    private static final long A_COMMIT = 100_000;

    private final ThreadId thread = newThread();

    @TempDir
    private Path folder;

    @BeforeEach
    void leaveRoom() {
        FailingFiles.register();
    }

    @Test
    void theFileStaysBelowItsBound() throws IOException {
        try (JdbcStorage storage = open(FLOOR)) {
            storage.threads().create(group(thread, 5));
            int shrunk = 0;
            long before = 0;
            for (int i = 0; i < 500; i++) {
                send(storage);
                shrunk += length() < before ? 1 : 0;
                before = length();
                assertThat(before).isLessThanOrEqualTo(FLOOR);
            }
            assertThat(shrunk).isPositive();
            assertHas(storage, 501);
        }
    }

    @Test
    void whatIsInUseIsNotWrittenAnewAgainAndAgain() throws IOException {
        try (JdbcStorage storage = open(1)) {
            storage.threads().create(group(thread, 0));
            for (int i = 0; i < 20; i++) {
                storage.messages().append(append(BOB, thread, message(noise())));
            }
        }
        try (JdbcStorage storage = open(1)) {
            Object before = Files.readAttributes(data(), "fileKey").get("fileKey");
            send(storage);
            assertThat(Files.readAttributes(data(), "fileKey").get("fileKey")).isEqualTo(before);
        }
    }

    @Test
    void readersAndWritersWaitAndNobodyFails() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try (JdbcStorage storage = open(1)) {
            storage.threads().create(group(thread, 5));
            List<Future<Integer>> readers = submit(pool, 3, () -> {
                int reads = 0;
                for (; !ended.get(); reads++) {
                    assertThat(seen(storage, BOB, thread)).isNotEmpty();
                    assertThat(storage.inspection().selfCheck()).isEmpty();
                }
                return reads;
            });
            List<Future<Integer>> writers = submit(pool, 3, () -> {
                for (int i = 0; i < 100; i++) {
                    send(storage);
                }
                return 100;
            });
            for (Future<Integer> writer : writers) {
                writer.get();
            }
            ended.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertHas(storage, 301);
        } finally {
            ended.set(true);
            pool.shutdown();
        }
    }

    @Test
    void aFileThatCannotBeWrittenAnewGoesOnAsItIs() throws IOException {
        FailingFiles.full(name -> name.contains("temp"));
        try (JdbcStorage storage = open(FLOOR)) {
            storage.threads().create(group(thread, 5));
            while (length() < FLOOR + 3 * A_COMMIT) {
                send(storage);
            }
            assertThat(storage.inspection().selfCheck()).isEmpty();
        }
        FailingFiles.full(name -> false);
        long left = length();
        try (JdbcStorage storage = open(FLOOR)) {
            assertThat(storage.inspection().selfCheck()).isEmpty();
            send(storage);
            assertThat(length()).as("what was left large is written anew").isLessThan(left);
        }
    }

    @Test
    void aFullDiskFailsTheOperationAndHarmsNothing() {
        try (JdbcStorage storage = open(FLOOR)) {
            storage.threads().create(group(thread, 5));
            for (int i = 0; i < 5; i++) {
                send(storage);
                FailingFiles.full(name -> true);
                assertThatExceptionOfType(StorageException.class).isThrownBy(() -> send(storage));
                assertThatExceptionOfType(StorageException.class).isThrownBy(() -> send(storage));
                FailingFiles.full(name -> false);
            }
            send(storage);
            assertHas(storage, 7);
        }
    }

    @Test
    void closingWaitsForTheFileThatIsWrittenAnew() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            for (int round = 0; round < 5; round++) {
                JdbcStorage storage = open(1);
                if (round == 0) {
                    storage.threads().create(group(thread, 5));
                }
                int before = sent.get();
                Future<Integer> writer =
                        submit(pool, 1, () -> sendUntilClosed(storage, sent)).get(0);
                while (sent.get() == before) {
                    Thread.sleep(1);
                }
                Thread.sleep(20L * round);
                storage.close();
                writer.get();
            }
        } finally {
            pool.shutdown();
        }
        try (JdbcStorage storage = open(FLOOR)) {
            assertThat(storage.inspection().selfCheck()).isEmpty();
            assertThat(storage.boxes()
                            .find(as(BOB), thread, 0)
                            .orElseThrow()
                            .mine()
                            .lastSeq())
                    .isGreaterThan(sent.get());
        }
    }

    private int sendUntilClosed(JdbcStorage storage, AtomicInteger sent) {
        while (true) {
            try {
                send(storage);
                sent.incrementAndGet();
            } catch (ClosedException e) {
                return sent.get();
            }
        }
    }

    private static <T> List<Future<T>> submit(ExecutorService pool, int times, Callable<T> task) {
        return IntStream.range(0, times).mapToObj(number -> pool.submit(task)).toList();
    }

    private JdbcStorage open(long floor) {
        return Opening.embedded(
                folder.resolve("messages"),
                JdbcOptions.defaults().migrate(),
                FailingFiles.SCHEME + EmbeddedH2.FILES,
                floor);
    }

    private void send(JdbcStorage storage) {
        storage.messages().append(append(BOB, thread, message("Tomorrow")));
    }

    private void assertHas(JdbcStorage storage, long messages) {
        assertThat(storage.inspection().selfCheck()).isEmpty();
        assertThat(seen(storage, BOB, Position.of(thread, messages - 1))).hasSize(2);
    }

    private static String noise() {
        return new Random()
                .ints(50_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Path data() {
        return folder.resolve("messages.mv.db");
    }

    private long length() throws IOException {
        return Files.size(data());
    }
}
