package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What had been committed when an operation began, and nothing that a transaction in flight has done. This is what most
 * databases show to a statement, also to one that has to wait for a lock afterwards.
 */
final class StaleView {

    private final Inspection inspection;
    private volatile Frozen frozen = new Frozen(null, List.of());

    StaleView(Inspection inspection) {
        this.inspection = inspection;
    }

    /** From now on every other Java thread sees what is stored now. */
    void freeze() {
        frozen = new Frozen(Thread.currentThread(), live());
    }

    void thaw() {
        frozen = new Frozen(null, List.of());
    }

    Optional<ThreadFacts> thread(TenantId tenant, ThreadId thread) {
        return threads(tenant).filter(facts -> facts.info().id().equals(thread)).findFirst();
    }

    Stream<ThreadFacts> threads(TenantId tenant) {
        Frozen now = frozen;
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
     * What was stored when a transaction began.
     *
     * @param by the Java thread of the transaction, which sees its own work; null without one
     * @param threads all there was
     */
    private record Frozen(Thread by, List<ThreadFacts> threads) {}
}
