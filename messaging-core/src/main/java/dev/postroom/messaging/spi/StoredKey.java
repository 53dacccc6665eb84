package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import java.time.Instant;
import java.util.Objects;

/**
 * What a used client key resolves to.
 *
 * @param fingerprint the fingerprint it was used with
 * @param messageId the message it made
 * @param position the message's thread and seq
 * @param createdAt when the message was stored
 */
public record StoredKey(String fingerprint, MessageId messageId, Position position, Instant createdAt) {

    /** Checks that everything is there. */
    public StoredKey {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
