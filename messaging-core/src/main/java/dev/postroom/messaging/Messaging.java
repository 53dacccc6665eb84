package dev.postroom.messaging;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;

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
public interface Messaging extends AutoCloseable {

    /**
     * Begins to set up messaging.
     *
     * @return a builder with every default in place
     */
    static MessagingBuilder builder() {
        return new MessagingBuilder();
    }

    /**
     * Answers the mailbox of a party in the default tenant.
     *
     * @param party who calls; the host has authenticated it
     * @return the mailbox, cheap to make and not tied to a Java thread
     */
    default Mailbox as(Party party) {
        return tenant(TenantId.DEFAULT).as(party);
    }

    /**
     * Chooses a tenant.
     *
     * @param tenant the tenant
     * @return its messaging, cheap to make
     */
    Tenant tenant(TenantId tenant);

    /**
     * Chooses a tenant.
     *
     * @param tenant the host's id of the tenant
     * @return its messaging, cheap to make
     * @throws dev.postroom.messaging.model.InvalidException if the id is not acceptable
     */
    default Tenant tenant(String tenant) {
        return tenant(TenantId.of(tenant));
    }

    /**
     * Answers what looks after the whole installation, across tenants.
     *
     * @return the maintenance
     */
    Maintenance maintenance();

    /**
     * Closes the storage, which in turn closes what it opened itself: {@code JdbcStorage.embedded} its database, {@code
     * JdbcStorage.open} nothing. May be called again.
     */
    @Override
    void close();
}
