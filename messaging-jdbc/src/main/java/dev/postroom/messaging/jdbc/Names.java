package dev.postroom.messaging.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Turns texts as they are written here into those that are sent: {@code $} becomes the table prefix, {@code [threads]} and
 * {@code [parties]} what the dialect makes of a list. The same text gives the same string, so databases can keep it
 * compiled.
 */
final class Names {

    /** Before a letter: MariaDB's paths into JSON have another meaning for it. */
    private static final Pattern PLACE = Pattern.compile("\\$(?=[a-z])");

    private static final String AGAIN = "[again]";

    private final String prefix;
    private final Dialect dialect;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();
    private final Map<String, String> claiming = new ConcurrentHashMap<>();
    private final Map<LoggedChange, String> logged = new ConcurrentHashMap<>();
    private final Map<Script, String> scripts = new ConcurrentHashMap<>();

    Names(String prefix, Dialect dialect) {
        this.prefix = prefix;
        this.dialect = dialect;
    }

    String prefix() {
        return prefix;
    }

    String of(String text) {
        return resolved.computeIfAbsent(text, this::resolve);
    }

    /** The same question asked again, so that it reads the newest there is. A lock reaches into no nested query. */
    static String newest(String text) {
        return text.replace(AGAIN, "[newest]");
    }

    /** The whole script as one statement. */
    String of(Script script) {
        return scripts.computeIfAbsent(script, key -> resolve(dialect.script(key)));
    }

    /** An insert that does nothing if the row is there. */
    String claiming(String insert) {
        return claiming.computeIfAbsent(insert, key -> resolve(dialect.claiming(key)));
    }

    String of(LoggedChange change) {
        return logged.computeIfAbsent(change, key -> resolve(dialect.logged(key)));
    }

    private String resolve(String text) {
        return PLACE.matcher(text.replace("[newest]", dialect.newest())
                        .replace(AGAIN, "")
                        .replace("[threads]", dialect.threads())
                        .replace("[parties]", dialect.parties()))
                .replaceAll(prefix);
    }
}
