package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/**
 * The storage failed. Unless the call carried a client key, the caller cannot know whether a lost connection or a cancelled
 * statement came before or after the commit; repeating a keyed call is always safe.
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
     * Answers whether repeating may succeed: after a deadlock, a lock time-out, a lost connection. What to repeat is the
     * call; inside a transaction of the host it is the whole transaction if {@link #transactionLost()} or if the host
     * chose an isolation above READ COMMITTED, else the call again in the same one. Nothing was repeated there before; elsewhere the storage may have tried a few times.
     *
     * @return false when repeating is pointless, such as after a syntax error or on a full disk
     */
    public boolean retryCanHelp() {
        return retryCanHelp;
    }

    /**
     * Answers whether a transaction of the host that the call took part in is lost: the database has rolled it back, or
     * will not commit it. Lost is what was done in it so far, the host's own statements too. The host must roll back and
     * run all of it again; client keys make that safe. A host that goes on instead, which some databases let it, and
     * commits, keeps only what it did afterwards. More calls inside the lost transaction are refused where the storage
     * can tell.
     *
     * @return true when the transaction is lost; false when nothing of the failed call is left in it and everything before
     *     is still there, so that the host may go on and commit; always false outside of a host's transaction
     */
    public boolean transactionLost() {
        return transactionLost;
    }
}
