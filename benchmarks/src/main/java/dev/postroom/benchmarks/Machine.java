package dev.postroom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String describe() {
        Runtime runtime = Runtime.getRuntime();
        Table table = new Table("what", "how")
                .row("day", LocalDate.now(ZoneOffset.UTC).toString())
                .row("processor", processor() + ", " + runtime.availableProcessors() + " cores")
                .row("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .row("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
                .row("heap", (runtime.maxMemory() >> 20) + " MB at most")
                .row("load at the start", load());
        Servers.SETTINGS.forEach((engine, settings) -> table.row(engine.title(), String.join(", ", settings)));
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
}
