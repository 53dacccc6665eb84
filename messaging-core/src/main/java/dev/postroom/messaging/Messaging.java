package dev.postroom.messaging;

import dev.postroom.messaging.spi.HostTransaction;

/**
 * The entry point: messaging inside the process of the host. {@link #builder()} creates it once, and all Java threads
 * share it.
 *
 * <pre>{@code
 * Messaging messaging = Messaging.builder()
 *     .storage(JdbcStorage.embedded(path))
 *     .directory(directory)
 *     .build();
 * Mailbox anna = messaging.as(UserId.of("anna"));
 * }</pre>
 *
 * <p>The host chooses the calling party and the tenant when it gets a {@link Mailbox}. They are never arguments of a
 * call.
 *
 * <p>Every call can throw a {@link dev.postroom.messaging.model.MessagingException}; its subclasses tell the caller
 * what to do. After {@link #close()} every call on a mailbox throws {@link
 * dev.postroom.messaging.model.ClosedException}.
 */
public interface Messaging extends Mailboxes, AutoCloseable {

    /**
     * Creates a builder.
     *
     * @return a builder with all defaults
     */
    static MessagingBuilder builder() {
        return new MessagingBuilder();
    }

    /**
     * Returns the mailboxes inside a transaction of the host. Calls on them are committed and rolled back with the
     * host's own statements, and nobody else sees their effects before the commit. Mailboxes that the host got
     * elsewhere are not part of the transaction, even if they are used while it runs.
     *
     * <p>Each call still happens completely or not at all. A failed call leaves nothing behind, and the host may go on,
     * unless {@link dev.postroom.messaging.model.StorageException#transactionLost()} says that it must repeat the whole
     * transaction. Refusals (closed, not a member, a client key used before) leave the transaction as it was. The
     * library repeats nothing after a failure.
     *
     * <p>The rows that a call writes stay locked until the host ends the transaction. Therefore send last, call no slow
     * service in between, and use only the mailboxes that this method returns. A call on another mailbox can wait for a
     * lock that its own Java thread holds, until the storage gives up with a {@link
     * dev.postroom.messaging.model.StorageException}.
     *
     * @param transaction a transaction that the storage of this messaging created, for example by {@code
     *     JdbcStorage.transaction(connection)}
     * @return the mailboxes inside the transaction; after it has ended, every call on them throws a {@link
     *     dev.postroom.messaging.model.ClosedException}
     * @throws dev.postroom.messaging.model.InvalidException if another storage created the transaction
     */
    Mailboxes in(HostTransaction transaction);

    /**
     * Returns the maintenance of the whole installation, across tenants.
     *
     * @return the maintenance
     */
    Maintenance maintenance();

    /**
     * Closes the storage. The storage closes what it opened itself: {@code JdbcStorage.embedded} closes its database,
     * {@code JdbcStorage.open} closes nothing. Later calls throw a {@link
     * dev.postroom.messaging.model.ClosedException}.
     *
     * <p>Where the storage closes nothing, calls that are running end normally, and this method does not wait for them.
     * Elsewhere they end normally or throw the same exception. This method may be called again.
     */
    @Override
    void close();
}
