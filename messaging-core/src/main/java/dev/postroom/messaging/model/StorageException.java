package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the storage fails. After a lost connection or a cancelled statement, a caller cannot know whether the
 * commit happened before. With a client key it need not know: a repeated call with the same key is always safe.
 */
public final class StorageException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** True if a repeated call can succeed. */
    private final boolean retryCanHelp;
    /** True if the transaction of the host is lost. */
    private final boolean transactionLost;

    /**
     * Creates the exception.
     *
     * @param message the failure, without the content of messages
     * @param retryCanHelp see {@link #retryCanHelp()}
     * @param transactionLost see {@link #transactionLost()}
     * @param cause the exception of the driver or of the file system, or null
     */
    public StorageException(String message, boolean retryCanHelp, boolean transactionLost, @Nullable Throwable cause) {
        super(ErrorCode.STORAGE, message, cause);
        this.retryCanHelp = retryCanHelp;
        this.transactionLost = transactionLost;
    }

    /**
     * Returns whether a repeated call can succeed, for example after a deadlock, a lock time-out or a lost connection.
     *
     * <p>Outside a transaction of the host, repeat the call; the storage may have repeated it a few times already.
     * Inside one, the storage has repeated nothing. Repeat the whole transaction if {@link #transactionLost()} is true,
     * or if the host chose an isolation level above READ COMMITTED. Otherwise repeat the call in the same transaction.
     *
     * @return false if a repetition is useless, for example after a syntax error or on a full disk
     */
    public boolean retryCanHelp() {
        return retryCanHelp;
    }

    /**
     * Returns whether the transaction of the host that the call was part of is lost: the database has rolled it back,
     * or will not commit it. Everything that was done in it so far is lost, the host's own statements too. The host
     * must roll back and repeat the whole transaction; client keys make that safe.
     *
     * <p>Some databases let a host go on and commit instead. Then only what it did after the failure is kept. As far as
     * the storage can tell, it refuses further calls in a lost transaction.
     *
     * @return true if the transaction is lost; false if nothing of the failed call is left in the transaction and
     *     everything before it is still there, so that the host may go on and commit; always false outside a
     *     transaction of the host
     */
    public boolean transactionLost() {
        return transactionLost;
    }
}
