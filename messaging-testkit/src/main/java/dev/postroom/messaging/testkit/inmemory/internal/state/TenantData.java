package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.StoredKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The data of one tenant. */
public class TenantData {

    public final IdentityKeys keys;
    public final Map<ThreadId, ThreadState> threads = new LinkedHashMap<>();
    public final Map<MessageId, Position> messages = new HashMap<>();
    public final Map<Object, UsedKey> usedKeys = new LinkedHashMap<>();
    public final Map<Object, ThreadId> pairs = new HashMap<>();

    TenantData(IdentityKeys keys) {
        this.keys = keys;
    }

    /** Returns a copy. Mutable data are copied, immutable ones are shared. */
    public TenantData copy() {
        TenantData copy = new TenantData(keys);
        threads.forEach((id, thread) -> copy.threads.put(id, thread.copy()));
        copy.messages.putAll(messages);
        copy.usedKeys.putAll(usedKeys);
        copy.pairs.putAll(pairs);
        return copy;
    }

    public Optional<ThreadState> thread(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    public Optional<Found> message(MessageId id) {
        return Optional.ofNullable(messages.get(id))
                .flatMap(position -> thread(position.threadId())
                        .flatMap(thread -> thread.message(position.seq()).map(message -> new Found(thread, message))));
    }

    public Optional<StoredKey> usedKey(Claim claim) {
        return Optional.ofNullable(usedKeys.get(keys.claim(claim))).map(UsedKey::stored);
    }

    public Optional<ThreadId> pair(Claim claim) {
        return Optional.ofNullable(pairs.get(keys.claim(claim)));
    }

    /**
     * A message with its thread.
     *
     * @param thread the thread
     * @param message the message
     */
    public record Found(ThreadState thread, StoredMessage message) {}

    /**
     * A client key that was used.
     *
     * @param claim its claim
     * @param stored the message that it was used for
     */
    public record UsedKey(Claim claim, StoredKey stored) {}
}
