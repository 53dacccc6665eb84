package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Claim;

/** Makes the keys that identify tenants, parties and claims. Each key keeps every character. */
public class IdentityKeys {

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
