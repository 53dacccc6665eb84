package dev.postroom.messaging.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a message within its tenant. Made by the library as a UUID of version 7 (RFC 9562), so ids made later
 * sort later; the order of messages is nevertheless their seq in the thread, never the id's.
 *
 * @param value the UUID
 */
public record MessageId(UUID value) {

    /** Checks that a value is there. */
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Wraps a UUID.
     *
     * @param value the UUID
     * @return the id
     */
    public static MessageId of(UUID value) {
        return new MessageId(value);
    }

    /**
     * Reads an id from its canonical text, as {@link #toString()} writes it.
     *
     * @param text 36 characters, hexadecimal with hyphens
     * @return the id
     * @throws InvalidException if the text is null or not the canonical form of a UUID
     */
    public static MessageId parse(String text) {
        return new MessageId(Uuids.parse("messageId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
