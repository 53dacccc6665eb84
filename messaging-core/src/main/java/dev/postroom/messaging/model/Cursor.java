package dev.postroom.messaging.model;

/**
 * A place in a list from which to go on. Opaque: made by one answer, handed back with the same query. It may be kept and
 * sent to clients; it names nothing but the place.
 *
 * @param value URL-safe ASCII, at most 200 characters
 */
public record Cursor(String value) {

    /** The most characters a cursor may have. */
    public static final int MAX_LENGTH = 200;

    /**
     * Checks the value's form; whether it fits a query is judged when it is used.
     *
     * @throws InvalidException if the value is null, blank or too long
     */
    public Cursor {
        Identifiers.checked("cursor", value, MAX_LENGTH);
    }

    /**
     * Wraps a cursor that came back from a client.
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
