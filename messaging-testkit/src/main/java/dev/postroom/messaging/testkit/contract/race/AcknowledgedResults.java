package dev.postroom.messaging.testkit.contract.race;

import dev.postroom.messaging.Sent;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects the results that calls returned during the random stress. Afterwards the storage must hold all of them, and
 * nothing else.
 */
final class AcknowledgedResults {

    /** Every message by its position. Two results with one position and two ids fail at once. */
    final Map<TenantId, Map<Position, MessageId>> messages = new ConcurrentHashMap<>();

    /** Every result of a send with a key. */
    final Map<KeyUse, Queue<Sent>> keys = new ConcurrentHashMap<>();

    /** Every thread that a call returned for a pair. */
    final Map<PairUse, Set<ThreadId>> pairs = new ConcurrentHashMap<>();

    private final Map<TenantId, List<Sent>> recent = new ConcurrentHashMap<>();

    void sent(TenantId tenant, Sent sent) {
        MessageId before = messages.computeIfAbsent(tenant, absent -> new ConcurrentHashMap<>())
                .putIfAbsent(sent.position(), sent.messageId());
        if (before != null && !before.equals(sent.messageId())) {
            throw new AssertionError(sent.position() + " was given to " + before + " and to " + sent);
        }
        List<Sent> all = recent.computeIfAbsent(tenant, absent -> new ArrayList<>());
        synchronized (all) {
            all.add(sent);
        }
    }

    void sentWithKey(KeyUse use, Sent sent) {
        keys.computeIfAbsent(use, absent -> new ConcurrentLinkedQueue<>()).add(sent);
    }

    void pair(PairUse use, ThreadId thread) {
        pairs.computeIfAbsent(use, absent -> ConcurrentHashMap.newKeySet()).add(thread);
    }

    /** Returns a random message of a tenant; empty before the first one. */
    Optional<Sent> any(TenantId tenant, Random random) {
        List<Sent> all = recent.getOrDefault(tenant, List.of());
        synchronized (all) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }
    }

    record KeyUse(TenantId tenant, Party sender, String key) {}

    record PairUse(TenantId tenant, Claim pair) {}
}
