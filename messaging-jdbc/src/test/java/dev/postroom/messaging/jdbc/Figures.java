package dev.postroom.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Counts what happens while things go wrong, and writes a line of figures into {@code target/faults/figures.txt}. */
final class Figures {

    /** How much longer than in each build tests of faults run: {@code -Pfull} sets it. */
    static final int SCALE = Integer.getInteger("faults.scale", 1);

    /** {@code -Dfaults.seed} draws the same moments again. */
    static final long SEED = Long.getLong("faults.seed", System.nanoTime());

    private static final int SHOWN = 20;

    private final String scenario;
    private final String engine;
    private final List<String> violations = new ArrayList<>();
    private long rounds;
    private long acknowledged;

    Figures(String scenario, String engine) {
        this.scenario = scenario;
        this.engine = engine;
    }

    synchronized void round() {
        rounds++;
    }

    synchronized void acknowledged(long calls) {
        acknowledged += calls;
    }

    synchronized void violation(String text) {
        violations.add(text);
    }

    /** Some of the calls that are tried again and again; all of them where there is time. */
    static <T> Map<String, T> some(int few, Map<String, T> calls) {
        if (SCALE > 1) {
            return calls;
        }
        List<String> names = new ArrayList<>(calls.keySet());
        Collections.shuffle(names, new Random(SEED));
        Map<String, T> some = new LinkedHashMap<>();
        names.stream().limit(few).forEach(name -> some.put(name, calls.get(name)));
        return some;
    }

    /** Writes the line, and fails if there was a violation. */
    synchronized void end() {
        String line = String.format(
                Locale.ROOT, "%s | %s | %d | %d | %d%n", scenario, engine, rounds, acknowledged, violations.size());
        System.out.print(line);
        try {
            Path folder = Files.createDirectories(Path.of("target", "faults"));
            Files.writeString(
                    folder.resolve("figures.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(violations.stream().limit(SHOWN).toList())
                .as("the first of %s violations, with -Dfaults.seed=%s", violations.size(), SEED)
                .isEmpty();
    }
}
