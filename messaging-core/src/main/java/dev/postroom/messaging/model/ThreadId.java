package dev.postroom.messaging.model;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a thread within its tenant. Made by the library as a UUID of version 7 (RFC 9562), so ids made later
 * sort later; the order of threads is nevertheless that of their activity, never the id's.
 *
 * @param value the UUID
 */
public record ThreadId(UUID value) {

    /** Checks that a value is there. */
    public ThreadId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Wraps a UUID.
     *
     * @param value the UUID
     * @return the id
     */
    public static ThreadId of(UUID value) {
        return new ThreadId(value);
    }

    /**
     * Reads an id from its canonical text, as {@link #toString()} writes it.
     *
     * @param text 36 characters, hexadecimal with hyphens
     * @return the id
     * @throws InvalidException if the text is null or not the canonical form of a UUID
     */
    public static ThreadId parse(String text) {
        return new ThreadId(Uuids.parse("threadId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
