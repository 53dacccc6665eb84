package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.StoredKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one tenant has. */
class TenantData {

    final Keys keys;
    final Map<ThreadId, ThreadState> threads = new LinkedHashMap<>();
    final Map<MessageId, Position> messages = new HashMap<>();
    final Map<Object, UsedKey> usedKeys = new LinkedHashMap<>();
    final Map<Object, ThreadId> pairs = new HashMap<>();

    TenantData(Keys keys) {
        this.keys = keys;
    }

    /** What changes is copied, what does not is shared. */
    TenantData copy() {
        TenantData copy = new TenantData(keys);
        threads.forEach((id, thread) -> copy.threads.put(id, thread.copy()));
        copy.messages.putAll(messages);
        copy.usedKeys.putAll(usedKeys);
        copy.pairs.putAll(pairs);
        return copy;
    }

    Optional<ThreadState> thread(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    Optional<Found> message(MessageId id) {
        return Optional.ofNullable(messages.get(id))
                .flatMap(position -> thread(position.threadId())
                        .flatMap(thread -> thread.message(position.seq()).map(message -> new Found(thread, message))));
    }

    Optional<StoredKey> usedKey(Claim claim) {
        return Optional.ofNullable(usedKeys.get(keys.claim(claim))).map(UsedKey::stored);
    }

    Optional<ThreadId> pair(Claim claim) {
        return Optional.ofNullable(pairs.get(keys.claim(claim)));
    }

    /**
     * A message with its thread.
     *
     * @param thread the thread
     * @param message the message
     */
    record Found(ThreadState thread, StoredMessage message) {}

    /**
     * A client key that was used.
     *
     * @param claim its claim
     * @param stored what it resolves to
     */
    record UsedKey(Claim claim, StoredKey stored) {}
}
