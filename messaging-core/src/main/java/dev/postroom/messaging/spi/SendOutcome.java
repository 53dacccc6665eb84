package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import java.time.Instant;
import java.util.Objects;

/** The outcome of storing a message in an existing thread, or of creating a thread with a first message. */
public sealed interface SendOutcome extends CreateOutcome {

    /**
     * The message was stored.
     *
     * @param messageId the message, with the id that the caller gave
     * @param position the thread of the message, and its seq
     * @param createdAt the time at which it was stored: the given time, or a later one if the last activity of the
     *     thread was not before the given time
     */
    record Stored(MessageId messageId, Position position, Instant createdAt) implements SendOutcome {

        /** Checks that no value is null. */
        public Stored {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(createdAt, "createdAt");
        }
    }

    /**
     * The key was used before with the same fingerprint. Nothing was changed.
     *
     * @param stored the message that the key was used for
     */
    record Repeated(StoredKey stored) implements SendOutcome {

        /** Checks that the value is not null. */
        public Repeated {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * The key was used before with another fingerprint. Nothing was changed.
     *
     * @param stored the message that the key was used for
     */
    record KeyConflict(StoredKey stored) implements SendOutcome {

        /** Checks that the value is not null. */
        public KeyConflict {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * A guard failed. Nothing was changed.
     *
     * @param refusal the first guard that failed
     */
    record Refused(Refusal refusal) implements SendOutcome {

        /** Checks that the refusal is not null. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
