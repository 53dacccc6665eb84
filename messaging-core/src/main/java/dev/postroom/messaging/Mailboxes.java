package dev.postroom.messaging;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;

/**
 * Where mailboxes are got from: {@link Messaging} itself, whose mailboxes stand for themselves, or {@link
 * Messaging#in(dev.postroom.messaging.spi.HostTransaction)}, whose mailboxes act inside a transaction of the host.
 *
 * <p>Safe for use by several Java threads, except inside a transaction: that is used by one Java thread at a time.
 */
public interface Mailboxes {

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
}
