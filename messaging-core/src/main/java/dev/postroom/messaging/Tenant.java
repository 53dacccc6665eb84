package dev.postroom.messaging;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;

/** Messaging in one tenant. Nothing got from here ever reads or writes anything of another tenant. */
public interface Tenant {

    /**
     * Answers the tenant's id.
     *
     * @return the id
     */
    TenantId id();

    /**
     * Answers the mailbox of a party.
     *
     * @param party who calls; the host has authenticated it
     * @return the mailbox, cheap to make and not tied to a Java thread
     */
    Mailbox as(Party party);
}
