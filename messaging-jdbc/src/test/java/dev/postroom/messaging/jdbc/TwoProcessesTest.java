package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.group;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.ThreadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes write one database, and one of them is killed with SIGKILL: the other one goes on, what both were told is
 * there, once, and nothing is half there.
 */
@Tag("slow")
class TwoProcessesTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
    private static final int CALLERS = 3;
    private static final int SHORTEST_MILLIS = 300;

    private final Random random = new Random(Figures.SEED);

    @TempDir
    private Path folder;

    @Test
    void onPostgres() throws Exception {
        run("PostgreSQL", TestServer.POSTGRESQL);
    }

    @Test
    void onMariaDb() throws Exception {
        run("MariaDB", TestServer.MARIADB);
    }

    private void run(String engine, TestServer server) throws Exception {
        Figures figures = new Figures("one of two processes killed", engine);
        HazardSite site = HazardSite.of(server);
        try (HikariDataSource pool = TestServer.pool(server.url(), true, CALLERS)) {
            JdbcStorage storage = site.open();
            for (int round = 1; round <= ROUNDS; round++) {
                figures.round();
                killed(round, server.url(), site, pool, storage, figures);
            }
        } finally {
            site.giveBack().run();
        }
        figures.end();
    }

    private void killed(
            int round, String url, HazardSite site, HikariDataSource pool, JdbcStorage storage, Figures figures)
            throws Exception {
        HostOrders orders = new HostOrders(pool);
        List<ThreadId> threads =
                Stream.generate(TestCommands::newThread).limit(4).toList();
        threads.forEach(thread -> storage.threads().create(group(thread, 2)));
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Path told = Files.createTempFile(folder, "told", ".txt");
        Process other = LoadProcess.start(url, site.prefix(), threads, "other" + round, told);
        AtomicBoolean killed = new AtomicBoolean();
        ServerLoad load = new ServerLoad(storage, pool, threads, "one" + round, lines::add);
        int[] before = new int[1];
        Callers.together(CALLERS + 1, number -> {
            if (number < CALLERS) {
                load.write(number, killed::get);
                return;
            }
            while (other.isAlive() && lines(told).size() < CALLERS) {
                Thread.sleep(5);
            }
            Thread.sleep(SHORTEST_MILLIS + random.nextInt(SHORTEST_MILLIS));
            other.destroyForcibly().waitFor();
            before[0] = lines.size();
            Thread.sleep(SHORTEST_MILLIS);
            killed.set(true);
        });
        assertThat(lines).as("the process that is left goes on").hasSizeGreaterThan(before[0]);
        assertThat(lines(told)).as("lines of the process that was killed").isNotEmpty();
        lines.addAll(lines(told));
        figures.acknowledged(new ServerLoadCheck(storage, lines, figures).run(threads, new HashSet<>(orders.names())));
    }

    /** Without one that was not written to its end. */
    private static List<String> lines(Path told) throws IOException {
        String text = Files.readString(told);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
