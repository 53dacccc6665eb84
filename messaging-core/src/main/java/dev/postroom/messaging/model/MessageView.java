package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A message as one party sees it.
 *
 * @param message the message
 * @param read whether the party has read it; its own messages are always read
 * @param starred whether the party starred it
 * @param hidden whether the party deleted it for itself; pages leave such messages out
 */
public record MessageView(Message message, boolean read, boolean starred, boolean hidden) {

    /** Checks that the message is there. */
    public MessageView {
        Objects.requireNonNull(message, "message");
    }

    /**
     * Answers the message's id.
     *
     * @return the id
     */
    public MessageId id() {
        return message.id();
    }

    /**
     * Answers the message's thread and seq.
     *
     * @return the position
     */
    public Position position() {
        return message.position();
    }

    /**
     * Answers the message's place in its thread.
     *
     * @return 1 for the first message
     */
    public long seq() {
        return message.seq();
    }

    /**
     * Answers who wrote the message.
     *
     * @return the author
     */
    public Party author() {
        return message.author();
    }

    /**
     * Answers the text.
     *
     * @return as given by its author; empty once it was deleted for everyone
     */
    public String text() {
        return message.text();
    }
}
