package dev.postroom.messaging.model;

/**
 * The place in a list at which the next page begins. A page returns a cursor, and the host passes it with the same
 * query. Its content has no meaning for the host. The host may keep it and send it to clients; it contains nothing but
 * the place.
 *
 * @param value URL-safe ASCII text of at most 200 characters
 */
public record Cursor(String value) {

    /** The maximum number of characters of a cursor. */
    public static final int MAX_LENGTH = 200;

    /**
     * Checks the form of the value. The query that uses the cursor checks whether the cursor belongs to it.
     *
     * @throws InvalidException if the value is null, blank or too long
     */
    public Cursor {
        Identifiers.checked("cursor", value, MAX_LENGTH);
    }

    /**
     * Creates a cursor from its text, for example one that a client sent back.
     *
     * @param value the text
     * @return the cursor
     * @throws InvalidException if the value is null, blank or too long
     */
    public static Cursor of(String value) {
        return new Cursor(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
