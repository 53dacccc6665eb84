package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A message as one party sees it.
 *
 * @param message the message
 * @param read true if the party has read it; messages of the party itself are always read
 * @param starred true if the party starred it
 * @param hidden true if the party deleted it for itself; pages leave such messages out
 */
public record MessageView(Message message, boolean read, boolean starred, boolean hidden) {

    /** Checks that the message is not null. */
    public MessageView {
        Objects.requireNonNull(message, "message");
    }

    /**
     * Returns the id of the message.
     *
     * @return the id
     */
    public MessageId id() {
        return message.id();
    }

    /**
     * Returns the thread of the message, and its seq.
     *
     * @return the position
     */
    public Position position() {
        return message.position();
    }

    /**
     * Returns the seq of the message.
     *
     * @return 1 for the first message of the thread
     */
    public long seq() {
        return message.seq();
    }

    /**
     * Returns the author of the message.
     *
     * @return the author
     */
    public Party author() {
        return message.author();
    }

    /**
     * Returns the text.
     *
     * @return the text as the author wrote it; empty if the message was deleted for everyone
     */
    public String text() {
        return message.text();
    }
}
