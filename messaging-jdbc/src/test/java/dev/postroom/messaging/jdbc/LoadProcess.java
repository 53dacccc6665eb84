package dev.postroom.messaging.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.postroom.messaging.model.ThreadId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A process that writes into threads of a database server until it is killed, and tells it on its standard output. */
final class LoadProcess {

    private static final int CALLERS = 3;

    private LoadProcess() {}

    /** Arguments: the database, the prefix of its tables, a name, and the threads. */
    public static void main(String[] args) throws Exception {
        PrintStream told = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<ThreadId> threads = Stream.of(args)
                .skip(3)
                .map(thread -> ThreadId.of(UUID.fromString(thread)))
                .toList();
        try (HikariDataSource pool = TestServer.pool(args[0], true, CALLERS)) {
            JdbcStorage storage = JdbcStorage.open(pool, JdbcOptions.defaults().tablePrefix(args[1]));
            ServerLoad load = new ServerLoad(storage, pool, threads, args[2], told::println);
            Callers.together(CALLERS, number -> load.write(number, () -> false));
        }
    }

    static Process start(String url, String prefix, List<ThreadId> threads, String name, Path told) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProcess.class.getName(),
                url,
                prefix,
                name));
        threads.forEach(thread -> command.add(thread.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(told.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
