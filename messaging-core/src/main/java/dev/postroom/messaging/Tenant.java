package dev.postroom.messaging;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;

/** The messaging of one tenant. No object that it returns reads or writes anything of another tenant. */
public interface Tenant {

    /**
     * Returns the id of the tenant.
     *
     * @return the id
     */
    TenantId id();

    /**
     * Returns the mailbox of a party. This is cheap, and the mailbox is not tied to a Java thread.
     *
     * @param party the calling party, which the host has authenticated
     * @return the mailbox
     */
    Mailbox as(Party party);
}
