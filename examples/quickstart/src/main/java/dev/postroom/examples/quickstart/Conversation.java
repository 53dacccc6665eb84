package dev.postroom.examples.quickstart;

import dev.postroom.messaging.model.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A conversation of the input file, checked by {@link ConversationReader}.
 *
 * @param id its name, the only one in the file
 * @param participants everybody in it, authors among them
 * @param messages what was written, in order
 */
record Conversation(String id, List<UserId> participants, List<Entry> messages) {

    /** Copies the lists. */
    Conversation {
        participants = List.copyOf(participants);
        messages = List.copyOf(messages);
    }

    /**
     * A message of the input file.
     *
     * @param line its number, the only one in its conversation
     * @param at when it was written; the order in the file counts, several may have the same time
     * @param from who wrote it
     * @param text what
     */
    record Entry(int line, Instant at, UserId from, String text) {}

    /** Names a message for people and as a client key: the same in every run on the same file. */
    String name(Entry message) {
        return id + "#" + message.line();
    }

    /** Makes the id readable, {@code roof-repair_2026-05} becomes {@code Roof repair 2026-05}: dates stay together. */
    String subject() {
        String words = id.replaceAll("(?<!\\d)[-_.]+|[-_.]+(?!\\d)", " ").strip();
        int first = words.offsetByCodePoints(0, Math.min(1, words.length()));
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}
