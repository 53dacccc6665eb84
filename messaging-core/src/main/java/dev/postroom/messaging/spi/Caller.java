package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import java.util.Objects;

/**
 * The caller of an operation: the mailbox in which it happens, and the party that acts. The two differ when a party
 * acts on behalf of another: state and guards are those of {@code party}, and the log names {@code actor} too.
 *
 * @param tenant the tenant; an operation reads and writes nothing of any other
 * @param party the owner of the mailbox
 * @param actor the party that acts
 */
public record Caller(TenantId tenant, Party party, Party actor) {

    /** Checks that no value is null. */
    public Caller {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(actor, "actor");
    }

    /**
     * Creates the caller for a party that acts in its own mailbox.
     *
     * @param tenant the tenant
     * @param party the party
     * @return the caller
     */
    public static Caller self(TenantId tenant, Party party) {
        return new Caller(tenant, party, party);
    }
}
