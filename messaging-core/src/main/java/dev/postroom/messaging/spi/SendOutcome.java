package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import java.time.Instant;
import java.util.Objects;

/** What became of a message to an existing thread, or of a new thread with a first message. */
public sealed interface SendOutcome extends CreateOutcome {

    /**
     * The message is stored.
     *
     * @param messageId the message, as the caller named it
     * @param position its thread and the seq it got
     * @param createdAt when it was stored: the time given, or later if the thread's last activity was not before it
     */
    record Stored(MessageId messageId, Position position, Instant createdAt) implements SendOutcome {

        /** Checks that everything is there. */
        public Stored {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(position, "position");
            Objects.requireNonNull(createdAt, "createdAt");
        }
    }

    /**
     * The key was used before with the same fingerprint; nothing was changed.
     *
     * @param stored what the key made then
     */
    record Repeated(StoredKey stored) implements SendOutcome {

        /** Checks that the result is there. */
        public Repeated {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * The key was used before with another fingerprint; nothing was changed.
     *
     * @param stored what the key made then
     */
    record KeyConflict(StoredKey stored) implements SendOutcome {

        /** Checks that the result is there. */
        public KeyConflict {
            Objects.requireNonNull(stored, "stored");
        }
    }

    /**
     * A guard failed; nothing was changed.
     *
     * @param refusal the first guard that failed
     */
    record Refused(Refusal refusal) implements SendOutcome {

        /** Checks that a reason is there. */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
