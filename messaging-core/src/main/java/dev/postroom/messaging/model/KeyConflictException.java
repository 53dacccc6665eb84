package dev.postroom.messaging.model;

/**
 * The client key was used before by the same sender for other content or another target. Nothing was changed; the
 * earlier message stands.
 */
public final class KeyConflictException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The reused key. */
    private final String key;

    /**
     * Names the reused key.
     *
     * @param key the key of the refused call
     */
    public KeyConflictException(ClientKey key) {
        super(ErrorCode.CONFLICT, "client key " + key.value() + " was used for other content");
        this.key = key.value();
    }

    /**
     * Answers the reused key.
     *
     * @return the key
     */
    public ClientKey key() {
        return ClientKey.of(key);
    }
}
