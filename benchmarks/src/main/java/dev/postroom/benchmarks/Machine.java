package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String describe(List<DatabaseEngine> engines) {
        Runtime runtime = Runtime.getRuntime();
        MarkdownTable table = new MarkdownTable("what", "how")
                .row("day", LocalDate.now(ZoneOffset.UTC).toString())
                .row("processor", processor() + ", " + runtime.availableProcessors() + " cores")
                .row("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .row("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
                .row("heap", (runtime.maxMemory() >> 20) + " MB at most")
                .row("load at the start", load());
        engines.forEach(engine -> table.row(engine.title(), Servers.settings(engine)));
        return table.toString();
    }

    private static String processor() {
        return firstOf("/proc/cpuinfo", "model name").replaceFirst("^[^:]*:\\s*", "");
    }

    private static String load() {
        return firstOf("/proc/loadavg", "").replaceFirst(" \\d+/.*", "");
    }

    private static String firstOf(String file, String start) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The server and its driver. */
    static String versions(HikariDataSource pool) throws SQLException {
        try (pool;
                Connection connection = pool.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + ", "
                    + about.getDriverName() + " " + about.getDriverVersion() + "\n";
        }
    }

    /** How long the smallest question takes, in milliseconds. */
    static double millis(HikariDataSource pool) throws SQLException {
        double[] millis = new double[101];
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1")) {
            for (int i = 0; i < millis.length; i++) {
                long start = System.nanoTime();
                statement.executeQuery().close();
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[millis.length / 2];
    }
}
