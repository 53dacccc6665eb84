package dev.postroom.messaging.testkit.broken.stale;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A view of the data that were committed when an operation began, without the changes of a transaction in flight. Most
 * databases show this view to a statement, also to one that waits for a lock afterwards.
 */
final class StaleView {

    private final Inspection inspection;
    private volatile Snapshot snapshot = new Snapshot(null, List.of());

    StaleView(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Makes every other Java thread see the data as they are now. */
    void takeSnapshot() {
        snapshot = new Snapshot(Thread.currentThread(), live());
    }

    void releaseSnapshot() {
        snapshot = new Snapshot(null, List.of());
    }

    Optional<ThreadFacts> thread(TenantId tenant, ThreadId thread) {
        return threads(tenant).filter(facts -> facts.info().id().equals(thread)).findFirst();
    }

    Stream<ThreadFacts> threads(TenantId tenant) {
        Snapshot now = snapshot;
        boolean stale = now.by() != null && !now.by().equals(Thread.currentThread());
        List<ThreadFacts> all = stale ? now.threads() : live();
        return all.stream().filter(facts -> facts.ref().tenant().equals(tenant));
    }

    private List<ThreadFacts> live() {
        List<ThreadFacts> all = new ArrayList<>();
        for (Inspection.Ref ref : inspection.threads(Optional.empty(), Integer.MAX_VALUE)) {
            inspection.facts(ref).ifPresent(all::add);
        }
        return all;
    }

    /**
     * The data at the beginning of a transaction.
     *
     * @param by the Java thread of the transaction, which sees its own work; null without one
     * @param threads the facts of all threads
     */
    private record Snapshot(Thread by, List<ThreadFacts> threads) {}
}
