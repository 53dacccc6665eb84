package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Claim;

/** By what tenants, parties and claims are told apart: each by all of it, character by character. */
public class Keys {

    public Object tenant(TenantId tenant) {
        return tenant;
    }

    public Object party(Party party) {
        return party.key();
    }

    public Object claim(Claim claim) {
        return claim;
    }
}
