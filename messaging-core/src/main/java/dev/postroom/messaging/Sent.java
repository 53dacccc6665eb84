package dev.postroom.messaging;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of a send. Stored durably when it is answered; inside a transaction of the host, when that is committed.
 *
 * @param status whether it was sent now
 * @param messageId the message
 * @param position its thread and seq
 * @param createdAt when it was stored, microseconds
 */
public record Sent(Status status, MessageId messageId, Position position, Instant createdAt) {

    /** Checks that everything is there. */
    public Sent {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Whether a message was sent now or before. More may be added in a minor release. */
    public enum Status {
        /** It was sent by this call. */
        SENT,
        /** An earlier call with the same client key and content had sent it; this is that call's result. */
        REPEATED
    }

    /**
     * Answers the message's thread.
     *
     * @return the thread
     */
    public ThreadId threadId() {
        return position.threadId();
    }

    /**
     * Answers the message's place in its thread.
     *
     * @return 1 for the first message
     */
    public long seq() {
        return position.seq();
    }
}
