package dev.postroom.messaging.model;

/**
 * A name that the caller gives to one send, so that a repeated call cannot send twice. It is unique within a tenant and
 * a sender, has 1 to 128 characters, and is compared byte for byte. A key exists as long as its message or the
 * tombstone of the message.
 *
 * @param value the name that the caller gave to the send
 */
public record ClientKey(String value) {

    /** The maximum number of characters of a key. */
    public static final int MAX_LENGTH = 128;

    /**
     * Checks the key.
     *
     * @throws InvalidException if it is null, blank, too long, or has NUL characters or lone surrogates
     */
    public ClientKey {
        Identifiers.checked("key", value, MAX_LENGTH);
    }

    /**
     * Creates a client key.
     *
     * @param value the name that the caller gives to the send
     * @return the key
     * @throws InvalidException if it is null, blank, too long, or has NUL characters or lone surrogates
     */
    public static ClientKey of(String value) {
        return new ClientKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
