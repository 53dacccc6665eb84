package dev.postroom.messaging.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns texts as they are written here into those that are sent: {@code $} becomes the table prefix, {@code [threads]} and
 * {@code [parties]} what the dialect makes of a list. The same text gives the same string, so databases can keep it
 * compiled.
 */
final class Names {

    private final String prefix;
    private final Dialect dialect;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();
    private final Map<LoggedChange, String> logged = new ConcurrentHashMap<>();

    Names(String prefix, Dialect dialect) {
        this.prefix = prefix;
        this.dialect = dialect;
    }

    String of(String text) {
        return resolved.computeIfAbsent(text, this::resolve);
    }

    String of(LoggedChange change) {
        return logged.computeIfAbsent(change, key -> resolve(dialect.logged(key)));
    }

    private String resolve(String text) {
        return text.replace("$", prefix)
                .replace("[threads]", dialect.threads())
                .replace("[parties]", dialect.parties());
    }
}
