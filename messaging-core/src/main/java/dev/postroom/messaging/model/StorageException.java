package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/**
 * The storage failed. Unless the call carried a client key, the caller cannot know whether a lost connection came
 * before or after the commit; repeating a keyed call is always safe.
 */
public final class StorageException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** Whether repeating may help. */
    private final boolean retryCanHelp;
    /** Whether the transaction is gone. */
    private final boolean transactionLost;

    /**
     * Wraps a failure of the storage.
     *
     * @param message what failed, without content
     * @param retryCanHelp see {@link #retryCanHelp()}
     * @param transactionLost see {@link #transactionLost()}
     * @param cause the driver's or file system's own exception, or null
     */
    public StorageException(String message, boolean retryCanHelp, boolean transactionLost, @Nullable Throwable cause) {
        super(ErrorCode.STORAGE, message, cause);
        this.retryCanHelp = retryCanHelp;
        this.transactionLost = transactionLost;
    }

    /**
     * Answers whether the same call may succeed when repeated: after a deadlock, a lock time-out, a lost connection.
     *
     * @return false when repeating is pointless, such as after a syntax error or on a full disk
     */
    public boolean retryCanHelp() {
        return retryCanHelp;
    }

    /**
     * Answers whether the transaction the call took part in is gone, so that the host must repeat all of it.
     *
     * @return true when everything done in that transaction so far was or must be rolled back
     */
    public boolean transactionLost() {
        return transactionLost;
    }
}
