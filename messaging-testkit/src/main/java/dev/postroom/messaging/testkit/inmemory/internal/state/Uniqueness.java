package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import java.util.Optional;

/**
 * Checks what must exist at most once in a tenant: client keys, which return the earlier result, and ids, which only a
 * fault repeats.
 */
public final class Uniqueness {

    private Uniqueness() {}

    /** Checks a client key. The result is empty if the key may be used. */
    public static Optional<SendOutcome> judge(TenantData data, Optional<KeyClaim> key) {
        return key.flatMap(used -> data.usedKey(used.claim())
                .map(stored -> stored.fingerprint().equals(used.fingerprint())
                        ? new SendOutcome.Repeated(stored)
                        : new SendOutcome.KeyConflict(stored)));
    }

    public static void use(TenantData data, KeyClaim key, StoredMessage message) {
        StoredKey stored =
                new StoredKey(key.fingerprint(), message.id(), message.message().position(), message.createdAt());
        data.usedKeys.put(data.keys.claim(key.claim()), new TenantData.UsedKey(key.claim(), stored));
    }

    public static void refuseKnown(TenantData data, MessageId id) {
        if (data.messages.containsKey(id)) {
            throw duplicate("message " + id);
        }
    }

    public static StorageException duplicate(String what) {
        return new StorageException("There is a " + what + " already", false, false, null);
    }
}
