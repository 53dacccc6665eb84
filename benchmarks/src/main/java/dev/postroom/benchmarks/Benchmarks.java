package dev.postroom.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the benchmarks that its arguments name, or all of them, and prints a page of their figures. */
public final class Benchmarks {

    static final List<Suite> SUITES =
            List.of(new Ratios(), new Growth(), new Throughput(), new Memory(), new StartUp());

    private Benchmarks() {}

    /**
     * Runs what is asked for.
     *
     * @param arguments names of suites, {@code engines=} with names and commas, {@code quick}
     */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(arguments));
        Effort effort = words.remove("quick") ? Effort.QUICK : Effort.FULL;
        List<DatabaseEngine> engines = engines(words);
        List<Suite> suites = suites(words);
        Path page = Servers.directory().resolve("figures.md");
        StringBuilder text = new StringBuilder(Machine.describe(engines));
        for (Suite suite : suites) {
            text.append('\n').append(suite.run(engines, effort));
            Files.writeString(page, text);
        }
        System.out.println(text);
        System.out.println("Written to " + page);
        System.exit(0);
    }

    private static List<DatabaseEngine> engines(List<String> words) {
        String start = "engines=";
        List<DatabaseEngine> engines = words.stream()
                .filter(word -> word.startsWith(start))
                .flatMap(word -> Arrays.stream(word.substring(start.length()).split(",")))
                .map(DatabaseEngine::named)
                .toList();
        words.removeIf(word -> word.startsWith(start));
        return engines.isEmpty() ? List.of(DatabaseEngine.values()) : engines;
    }

    private static List<Suite> suites(List<String> words) {
        List<String> unknown = words.stream()
                .filter(word -> SUITES.stream().noneMatch(suite -> suite.name().equals(word)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    unknown + " is none of " + SUITES.stream().map(Suite::name).collect(Collectors.joining(", ")));
        }
        Stream<Suite> named = SUITES.stream().filter(suite -> words.contains(suite.name()));
        return words.isEmpty() ? SUITES : named.toList();
    }
}
