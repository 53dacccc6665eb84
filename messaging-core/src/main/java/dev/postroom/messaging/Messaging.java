package dev.postroom.messaging;

import dev.postroom.messaging.spi.HostTransaction;

/**
 * The entry: messaging inside the host's own process. Made once by {@link #builder()} and shared by all Java threads.
 *
 * <pre>{@code
 * Messaging messaging = Messaging.builder()
 *     .storage(JdbcStorage.embedded(path))
 *     .directory(directory)
 *     .build();
 * Mailbox anna = messaging.as(UserId.of("anna"));
 * }</pre>
 *
 * <p>Who calls and in which tenant is part of how a {@link Mailbox} is got, never an argument of a call.
 *
 * <p>Every call may end in a {@link dev.postroom.messaging.model.MessagingException}; its subclasses say what a caller
 * can act on. After {@link #close()} every call on a mailbox ends in {@link dev.postroom.messaging.model.ClosedException}.
 */
public interface Messaging extends Mailboxes, AutoCloseable {

    /**
     * Begins to set up messaging.
     *
     * @return a builder with every default in place
     */
    static MessagingBuilder builder() {
        return new MessagingBuilder();
    }

    /**
     * Enters a transaction of the host. What is done through the mailboxes got from here is committed and rolled back with
     * the host's own statements, and nobody else sees it before. Mailboxes got outside are not in it, also if they are
     * used meanwhile.
     *
     * <p>Each call still happens whole or not at all: one that fails leaves nothing behind, and the host may go on unless
     * {@link dev.postroom.messaging.model.StorageException#transactionLost()} says that it must begin again. Refusals
     * (closed, not a member, a client key used before) leave the transaction as it was. Nothing is repeated on failure.
     *
     * <p>What a call wrote to stays locked until the host ends the transaction. So send last, call no slow service in
     * between, and use nothing but what is answered here: a call on another mailbox waits for a lock that its own Java
     * thread holds, until the storage gives up with a {@link dev.postroom.messaging.model.StorageException}.
     *
     * @param transaction made by the storage of this messaging, such as {@code JdbcStorage.transaction(connection)}
     * @return the way to mailboxes inside it, for as long as the transaction runs; afterwards every call on them ends in a
     *     {@link dev.postroom.messaging.model.ClosedException}
     * @throws dev.postroom.messaging.model.InvalidException if another storage made it
     */
    Mailboxes in(HostTransaction transaction);

    /**
     * Answers what looks after the whole installation, across tenants.
     *
     * @return the maintenance
     */
    Maintenance maintenance();

    /**
     * Closes the storage, which in turn closes what it opened itself: {@code JdbcStorage.embedded} its database, {@code
     * JdbcStorage.open} nothing. Calls that come later end in a {@link dev.postroom.messaging.model.ClosedException}. Calls
     * that are running meanwhile end as if nothing had been closed where the storage closes nothing, and elsewhere end or
     * fail with the same exception; this does not wait for the former. May be called again.
     */
    @Override
    void close();
}
