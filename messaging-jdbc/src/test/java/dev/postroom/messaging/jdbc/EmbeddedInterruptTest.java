package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.append;
import static dev.postroom.messaging.jdbc.TestCommands.group;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.newThread;
import static dev.postroom.messaging.jdbc.TestCommands.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.model.ThreadId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interrupts at any moment fail no operation on an embedded file, of nobody, and are not lost. */
class EmbeddedInterruptTest {

    private static final int WRITERS = 4;
    private static final int SENDS = 50;
    private static final int INTERRUPTS = 500;

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger noticed = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void interruptsHarmNobodyAndAreKept() throws InterruptedException {
        try (JdbcStorage storage = JdbcStorage.embedded(folder.resolve("messages"))) {
            ThreadId thread = newThread();
            storage.threads().create(group(thread, 0));
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(new Thread(() -> write(storage, thread)));
            }
            writers.forEach(Thread::start);
            int interrupted = interrupt(writers);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(sent).hasValue(WRITERS * SENDS);
            assertThat(noticed).hasValueBetween(1, interrupted);
            assertThat(seen(storage, BOB, thread)).hasSize(1 + WRITERS * SENDS);
            assertThat(storage.inspection().selfCheck()).isEmpty();
        }
    }

    private void write(JdbcStorage storage, ThreadId thread) {
        for (int i = 0; i < SENDS; i++) {
            storage.messages().append(append(BOB, thread, message("Tomorrow")));
            seen(storage, BOB, thread);
            sent.incrementAndGet();
            noticed.addAndGet(Thread.interrupted() ? 1 : 0);
        }
    }

    private static int interrupt(List<Thread> writers) throws InterruptedException {
        Random random = new Random();
        int interrupted = 0;
        while (interrupted < INTERRUPTS && writers.stream().anyMatch(Thread::isAlive)) {
            writers.get(random.nextInt(writers.size())).interrupt();
            interrupted++;
            Thread.sleep(0, 1 + random.nextInt(999_999));
        }
        return interrupted;
    }
}
