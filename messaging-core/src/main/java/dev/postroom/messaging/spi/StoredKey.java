package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import java.time.Instant;
import java.util.Objects;

/**
 * The message for which a client key was used.
 *
 * @param fingerprint the fingerprint of the call that used the key
 * @param messageId the message
 * @param position the thread of the message, and its seq
 * @param createdAt the time at which the message was stored
 */
public record StoredKey(String fingerprint, MessageId messageId, Position position, Instant createdAt) {

    /** Checks that no value is null. */
    public StoredKey {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(createdAt, "createdAt");
    }
}
