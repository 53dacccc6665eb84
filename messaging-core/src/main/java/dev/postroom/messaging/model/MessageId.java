package dev.postroom.messaging.model;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a message, unique within its tenant. The library creates it as a UUID of version 7 (RFC 9562), so later ids
 * have greater values. The order of messages is that of their seqs, never that of their ids.
 *
 * @param value the UUID
 */
public record MessageId(UUID value) {

    /** Checks that the value is not null. */
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Creates an id.
     *
     * @param value the UUID
     * @return the id
     */
    public static MessageId of(UUID value) {
        return new MessageId(value);
    }

    /**
     * Reads an id from the text that {@link #toString()} returns.
     *
     * @param text 36 characters, hexadecimal digits with hyphens
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
