package dev.postroom.messaging;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;

/**
 * Gives access to mailboxes. There are two kinds: in the mailboxes of {@link Messaging} each call is a transaction of
 * its own; the mailboxes of {@link Messaging#in(dev.postroom.messaging.spi.HostTransaction)} act inside a transaction
 * of the host.
 *
 * <p>This object is safe for use by several Java threads; inside a transaction of the host, one Java thread at a time
 * may use it.
 */
public interface Mailboxes {

    /**
     * Returns the mailbox of a party in the default tenant. This is cheap, and the mailbox is not tied to a Java
     * thread.
     *
     * @param party the calling party, which the host has authenticated
     * @return the mailbox
     */
    default Mailbox as(Party party) {
        return tenant(TenantId.DEFAULT).as(party);
    }

    /**
     * Returns the messaging of a tenant. This is cheap.
     *
     * @param tenant the tenant
     * @return the messaging of the tenant
     */
    Tenant tenant(TenantId tenant);

    /**
     * Returns the messaging of a tenant. This is cheap.
     *
     * @param tenant the id that the host uses for the tenant
     * @return the messaging of the tenant
     * @throws dev.postroom.messaging.model.InvalidException if the id is not acceptable
     */
    default Tenant tenant(String tenant) {
        return tenant(TenantId.of(tenant));
    }
}
