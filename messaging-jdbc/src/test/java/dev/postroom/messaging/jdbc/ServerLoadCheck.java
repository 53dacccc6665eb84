package dev.postroom.messaging.jdbc;

import static dev.postroom.messaging.jdbc.TestCommands.BOB;
import static dev.postroom.messaging.jdbc.TestCommands.keyed;
import static dev.postroom.messaging.jdbc.TestCommands.message;
import static dev.postroom.messaging.jdbc.TestCommands.seen;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks whether a database has all that a {@link ServerLoad} was told it has, and nothing else. */
final class ServerLoadCheck {

    private static final int TEXT = 2;
    private static final int WAY = 3;
    private static final int ID = 4;
    private static final int SEQ = 5;

    private final JdbcStorage storage;
    private final Collection<String> lines;
    private final Figures figures;

    ServerLoadCheck(JdbcStorage storage, Collection<String> lines, Figures figures) {
        this.storage = storage;
        this.lines = lines;
        this.figures = figures;
    }

    /** Answers how many acknowledged messages there were. */
    long run(List<ThreadId> threads, Set<String> orders) {
        Map<String, String> tried = new HashMap<>();
        Map<String, String> acknowledged = new HashMap<>();
        for (String line : lines) {
            (line.startsWith(ServerLoad.HAS) ? acknowledged : tried).put(words(line)[TEXT], line);
        }
        checkOrders(orders, tried, found(threads));
        repeat(tried);
        Map<String, String> found = found(threads);
        acknowledged.forEach((text, line) -> {
            String[] words = words(line);
            if (!(words[1] + " " + words[ID] + " " + words[SEQ]).equals(found.get(text))) {
                figures.violation("acknowledged: " + line + ", found: " + found.get(text));
            }
        });
        Set<String> unknown = new HashSet<>(found.keySet());
        unknown.removeAll(tried.keySet());
        unknown.forEach(text -> figures.violation("nobody sent " + text));
        storage.inspection().selfCheck().forEach(figures::violation);
        return acknowledged.size();
    }

    /** The host's rows are there with the messages of their transactions, and only with them. */
    private void checkOrders(Set<String> orders, Map<String, String> tried, Map<String, String> found) {
        tried.forEach((text, line) -> {
            if (line.endsWith(ServerLoad.JOINED) && orders.contains(text) != found.containsKey(text)) {
                figures.violation(text + " has a half of its transaction");
            }
        });
    }

    private static String[] words(String line) {
        return line.split(" ", -1);
    }

    /** Repeats all calls that have a key, whether they were acknowledged or not: each then has happened once. */
    private void repeat(Map<String, String> tried) {
        for (String line : tried.values()) {
            String[] words = words(line);
            if (words[WAY].equals(ServerLoad.KEYED)) {
                ThreadId thread = ThreadId.of(UUID.fromString(words[1]));
                storage.messages().append(keyed(BOB, thread, message(words[TEXT]), words[TEXT], 0));
            }
        }
    }

    private Map<String, String> found(List<ThreadId> threads) {
        Map<String, String> found = new HashMap<>();
        for (ThreadId thread : threads) {
            long from = 2;
            for (List<MessageView> page = page(thread, from); !page.isEmpty(); page = page(thread, from)) {
                for (MessageView view : page) {
                    String was = found.put(view.message().text(), thread + " " + view.id() + " " + view.seq());
                    if (was != null) {
                        figures.violation(view.message().text() + " is there twice");
                    }
                }
                from += page.size();
            }
        }
        return found;
    }

    private List<MessageView> page(ThreadId thread, long from) {
        return seen(storage, BOB, Position.of(thread, from));
    }
}
