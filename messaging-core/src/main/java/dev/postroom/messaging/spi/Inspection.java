package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import java.util.List;
import java.util.Optional;

/**
 * Returns everything that is stored, for {@code Messaging.maintenance().verify()}. It reads across tenants, and no
 * mailbox uses it.
 */
public interface Inspection {

    /**
     * Lists the threads of all tenants. The storage chooses the order, which never changes.
     *
     * @param after the last thread of the previous answer; empty to begin
     * @param limit the maximum number of threads
     * @return the next threads; empty at the end
     */
    List<Ref> threads(Optional<Ref> after, int limit);

    /**
     * Returns everything that is stored of a thread, from one snapshot.
     *
     * @param thread the thread
     * @return the facts of the thread; empty if it no longer exists
     */
    Optional<ThreadFacts> facts(Ref thread);

    /**
     * Checks what only this storage knows, such as derived numbers that it keeps, and references to missing rows.
     *
     * @return a description of each problem, with ids but without the content of messages; empty if there is none
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
