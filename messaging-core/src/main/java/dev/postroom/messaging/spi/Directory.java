package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import java.util.Set;

/**
 * The host answers who exists. Called before anything is written, with no lock and no transaction of the library open;
 * must be safe for use by several Java threads.
 *
 * <p>An exception thrown here ends the call unchanged and reaches the caller as it is.
 */
@FunctionalInterface
public interface Directory {

    /**
     * Answers which of the parties exist in a tenant. Asked once per call, about all parties the call names.
     *
     * @param tenant the tenant
     * @param parties at least one party
     * @return those that exist; others may be contained and are ignored
     */
    Set<Party> existing(TenantId tenant, Set<Party> parties);

    /**
     * A directory that knows everybody, for hosts that check names before they call.
     *
     * @return the directory
     */
    static Directory everyone() {
        return (tenant, parties) -> parties;
    }
}
