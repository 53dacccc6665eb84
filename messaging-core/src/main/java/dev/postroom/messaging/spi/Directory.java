package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import java.util.Set;

/**
 * The host's directory of parties. The library calls it before it writes anything, while it holds no lock and has no
 * transaction open. Several Java threads may call it.
 *
 * <p>An exception that it throws ends the call without a change, and reaches the caller as it is.
 */
@FunctionalInterface
public interface Directory {

    /**
     * Returns those of the given parties that exist in a tenant. The library asks once for each call, about all parties
     * that the call names.
     *
     * @param tenant the tenant
     * @param parties at least one party
     * @return the parties that exist; parties that were not asked for are ignored
     */
    Set<Party> existing(TenantId tenant, Set<Party> parties);

    /**
     * Returns a directory in which all parties exist, for hosts that check names before they call.
     *
     * @return the directory
     */
    static Directory everyone() {
        return (tenant, parties) -> parties;
    }
}
