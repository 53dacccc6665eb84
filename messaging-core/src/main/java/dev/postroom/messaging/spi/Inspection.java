package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import java.util.List;
import java.util.Optional;

/**
 * Shows everything as it is stored, for {@code Messaging.maintenance().verify()}. Reads across tenants; no mailbox uses
 * it.
 */
public interface Inspection {

    /**
     * Lists the threads of all tenants, in an order of the storage's choice that does not change.
     *
     * @param after the last one of the previous answer; empty to begin
     * @param limit how many at most
     * @return the next threads; empty at the end
     */
    List<Ref> threads(Optional<Ref> after, int limit);

    /**
     * Shows one thread as of one moment.
     *
     * @param thread which
     * @return all there is of it; empty if it is gone
     */
    Optional<ThreadFacts> facts(Ref thread);

    /**
     * Checks what only this storage knows: numbers it derives and keeps, rows that lead nowhere.
     *
     * @return what is wrong, in words that name ids but no content; empty if nothing
     */
    List<String> selfCheck();

    /**
     * A thread of any tenant.
     *
     * @param tenant the tenant
     * @param thread the thread
     */
    record Ref(TenantId tenant, ThreadId thread) {}
}
