package dev.postroom.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The databases, and what differs in the statements that fill them. */
enum DatabaseEngine {
    H2("H2, a file in the same process"),
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB");

    private final String title;

    DatabaseEngine(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** As it is written on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DatabaseEngine named(String key) {
        return Stream.of(values())
                .filter(engine -> engine.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is none of "
                        + Stream.of(values()).map(DatabaseEngine::key).collect(Collectors.joining(", "))));
    }

    /** A table with a column {@code x} that counts. */
    String range(int from, int to) {
        return switch (this) {
            case H2 -> "system_range(" + from + ", " + to + ")";
            case POSTGRESQL -> "generate_series(" + from + ", " + to + ") as r(x)";
            case MARIADB -> "(select seq as x from seq_" + from + "_to_" + to + ") r";
        };
    }

    /** The id of {@code x}, as {@link BenchmarkScene} has it. */
    String id(String kind, String number) {
        return "cast(concat('00000000-0000-7000-" + kind + "-', lpad(cast(" + number
                + " as varchar(12)), 12, '0')) as uuid)";
    }

    /** Statements by which the database learns how much there is of everything. */
    List<String> analyze(String prefix) {
        return switch (this) {
            case H2 -> List.of("analyze");
            case POSTGRESQL -> List.of("vacuum analyze");
            case MARIADB ->
                Stream.of("thread", "member", "message", "star", "log")
                        .map(table -> "analyze table " + prefix + table)
                        .toList();
        };
    }
}
