package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.group;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.ThreadId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a database server with SIGKILL while six callers write, starts it again, and goes on with the same storage: what was
 * acknowledged is there, once, and nothing is half there. {@code -Dkill.rounds=20} does so more often.
 */
@Tag("slow")
class ServerKillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
    private static final int CALLERS = 6;
    private static final int SHORTEST_MILLIS = 600;

    private final Random random = new Random(Figures.SEED);

    @TempDir
    private Path folder;

    @Test
    void onPostgres() throws Exception {
        run("PostgreSQL", KillableServer.postgres(folder));
    }

    @Test
    void onMariaDb() throws Exception {
        run("MariaDB", KillableServer.mariaDb(folder));
    }

    private void run(String engine, KillableServer server) throws Exception {
        Figures figures = new Figures("server killed", engine);
        try (HikariDataSource pool = TestServer.pool(server.url(), true, CALLERS)) {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().migrate());
            for (int round = 1; round <= ROUNDS; round++) {
                figures.round();
                killed(round, server, pool, storage, figures);
            }
        } finally {
            server.kill();
        }
        figures.end();
    }

    private void killed(int round, KillableServer server, HikariDataSource pool, JdbcStorage storage, Figures figures)
            throws Exception {
        HostOrders orders = new HostOrders(pool);
        List<ThreadId> threads =
                Stream.generate(TestCommands::newThread).limit(4).toList();
        threads.forEach(thread -> storage.threads().create(group(thread, 2)));
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        ServerLoad load = new ServerLoad(storage, pool, threads, "round" + round, lines::add);
        AtomicBoolean ended = new AtomicBoolean();
        FutureTask<Void> calling = new FutureTask<>(() -> {
            Callers.together(CALLERS, number -> load.write(number, ended::get));
            return null;
        });
        new Thread(calling, "callers").start();
        Thread.sleep(SHORTEST_MILLIS + random.nextInt(SHORTEST_MILLIS));
        server.kill();
        server.start();
        ended.set(true);
        calling.get();
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(lines).as("lines of round %s", round).isNotEmpty();
        figures.acknowledged(new ServerLoadCheck(storage, lines, figures).run(threads, new HashSet<>(orders.names())));
    }
}
