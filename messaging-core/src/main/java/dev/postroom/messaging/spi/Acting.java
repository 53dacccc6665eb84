package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import java.util.Objects;

/**
 * In whose mailbox an operation happens, and who does it. The two differ when somebody acts on another's behalf: state
 * and guards are those of {@code party}, the log names {@code actor} too.
 *
 * @param tenant the tenant; an operation reads and writes nothing of any other
 * @param party whose mailbox
 * @param actor who acts
 */
public record Acting(TenantId tenant, Party party, Party actor) {

    /** Checks that everything is there. */
    public Acting {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(actor, "actor");
    }

    /**
     * Somebody in their own mailbox.
     *
     * @param tenant the tenant
     * @param party who
     * @return the acting
     */
    public static Acting self(TenantId tenant, Party party) {
        return new Acting(tenant, party, party);
    }
}
