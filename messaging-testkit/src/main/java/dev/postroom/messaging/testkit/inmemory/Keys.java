package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Claim;

/** By what tenants, parties and claims are told apart: each by all of it, character by character. */
class Keys {

    Object tenant(TenantId tenant) {
        return tenant;
    }

    Object party(Party party) {
        return party.key();
    }

    Object claim(Claim claim) {
        return claim;
    }
}
