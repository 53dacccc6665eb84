package dev.postroom.messaging.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A database server that can be killed and started again on the same data and the same port. */
interface KillableServer {

    /** Where it is; the same after it was started again. */
    String url();

    /** Kills it and all its processes with SIGKILL, and waits until they are gone. */
    void kill() throws IOException;

    /** Starts it again. */
    void start() throws IOException;

    /** Kills a process with all that it has started. */
    private static void kill(long pid) {
        List<ProcessHandle> all = ProcessHandle.of(pid).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** PostgreSQL, which writes each commit into its log. */
    static KillableServer postgres(Path folder) throws IOException {
        return new KillableServer() {
            private final Path data = folder.resolve("postgresql");
            private EmbeddedPostgres server = started(0);

            private EmbeddedPostgres started(int port) throws IOException {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(3))
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("synchronous_commit", "on");
                return (port == 0 ? builder : builder.setPort(port)).start();
            }

            @Override
            public String url() {
                return server.getJdbcUrl("postgres", "postgres");
            }

            @Override
            public void kill() throws IOException {
                KillableServer.kill(Long.parseLong(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0)));
            }

            @Override
            public void start() throws IOException {
                int port = server.getPort();
                server.close(); // Lets go of the data, although there is nothing to stop.
                server = started(port);
            }
        };
    }

    /** MariaDB, which writes each commit into its log. */
    static KillableServer mariaDb(Path folder) {
        return new KillableServer() {
            private final Path data = Path.of(
                            System.getProperty("fork.directory", "target"), "killed-mariadb-" + System.nanoTime())
                    .toAbsolutePath();
            private final Path pid = folder.resolve("mariadb.pid");
            private MariaDbServer server = MariaDbServer.on(data, 0, pid);

            @Override
            public String url() {
                return server.url();
            }

            @Override
            public void kill() throws IOException {
                KillableServer.kill(Long.parseLong(Files.readString(pid).strip()));
            }

            @Override
            public void start() {
                server = MariaDbServer.on(data, server.port(), pid);
            }
        };
    }
}
