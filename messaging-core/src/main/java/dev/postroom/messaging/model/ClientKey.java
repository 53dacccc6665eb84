package dev.postroom.messaging.model;

/**
 * A name the caller gives to one send so that repeating the call cannot send twice. Scoped to (tenant, sender); 1 to 128
 * characters, compared byte for byte. A key lives as long as its message or the message's tombstone.
 *
 * @param value the caller's name for the send
 */
public record ClientKey(String value) {

    /** The most characters a key may have. */
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
     * Makes a client key.
     *
     * @param value the caller's name for the send
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
