package dev.postroom.messaging.model;

import java.util.Objects;
import java.util.UUID;

/**
 * The id of a thread, unique within its tenant. The library creates it as a UUID of version 7 (RFC 9562), so later ids
 * have greater values. The order of threads is that of their activity, never that of their ids.
 *
 * @param value the UUID
 */
public record ThreadId(UUID value) {

    /** Checks that the value is not null. */
    public ThreadId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Creates an id.
     *
     * @param value the UUID
     * @return the id
     */
    public static ThreadId of(UUID value) {
        return new ThreadId(value);
    }

    /**
     * Reads an id from the text that {@link #toString()} returns.
     *
     * @param text 36 characters, hexadecimal digits with hyphens
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
