package dev.postroom.messaging.model;

/**
 * Thrown when the same sender used the client key before, with other content or for another thread. Nothing was
 * changed; the earlier message stays.
 */
public final class KeyConflictException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The key of the refused call. */
    private final String key;

    /**
     * Creates the exception.
     *
     * @param key the key of the refused call
     */
    public KeyConflictException(ClientKey key) {
        super(
                ErrorCode.CONFLICT,
                "client key " + key.value() + " was used before with other content; use a new key for each message");
        this.key = key.value();
    }

    /**
     * Returns the key of the refused call.
     *
     * @return the key
     */
    public ClientKey key() {
        return ClientKey.of(key);
    }
}
