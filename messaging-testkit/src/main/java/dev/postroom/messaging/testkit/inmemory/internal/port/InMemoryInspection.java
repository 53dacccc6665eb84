package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Returns everything as it is stored. */
public class InMemoryInspection implements Inspection {

    private static final Comparator<Ref> BY_TENANT =
            Comparator.<Ref, String>comparing(ref -> ref.tenant().value()).thenComparing(Ref::thread, BoxRules.BY_ID);

    private final Tenants tenants;
    private final ThreadFactsAssembler facts;

    InMemoryInspection(Tenants tenants, Rules rules) {
        this.tenants = tenants;
        this.facts = new ThreadFactsAssembler(rules);
    }

    @Override
    public List<Ref> threads(Optional<Ref> after, int limit) {
        return tenants.readAll(all -> all.stream()
                .flatMap(data -> data.threads.values().stream())
                .map(thread -> new Ref(thread.tenant, thread.id))
                .filter(ref -> after.isEmpty() || BY_TENANT.compare(ref, after.get()) > 0)
                .sorted(BY_TENANT)
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<ThreadFacts> facts(Ref ref) {
        return tenants.read(ref.tenant(), data -> data.thread(ref.thread()).map(thread -> facts.of(data, thread)));
    }

    /** Checks the indexes from ids and claims to threads and messages. Nothing else is stored twice. */
    @Override
    public List<String> selfCheck() {
        return tenants.readAll(
                all -> all.stream().flatMap(InMemoryInspection::lost).toList());
    }

    private static Stream<String> lost(TenantData data) {
        List<String> wrong = new ArrayList<>();
        data.messages.forEach((id, position) -> {
            if (data.message(id)
                    .filter(found -> found.message().id().equals(id))
                    .isEmpty()) {
                wrong.add("message " + id + " is not at " + position);
            }
        });
        data.usedKeys.values().forEach(used -> {
            if (!data.messages.containsKey(used.stored().messageId())) {
                wrong.add("a client key names message " + used.stored().messageId() + ", which is not there");
            }
        });
        data.pairs.values().forEach(id -> {
            if (data.thread(id).isEmpty()) {
                wrong.add("a pair names thread " + id + ", which is not there");
            }
        });
        return wrong.stream();
    }
}
