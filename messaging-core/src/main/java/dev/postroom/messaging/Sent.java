package dev.postroom.messaging;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;

/**
 * The result of a send. The message is durable when the call returns; inside a transaction of the host, when the host
 * has committed it.
 *
 * @param status whether this call sent the message, or an earlier one
 * @param messageId the message
 * @param position the thread of the message, and its seq
 * @param createdAt the time at which the message was stored, in microseconds
 */
public record Sent(Status status, MessageId messageId, Position position, Instant createdAt) {

    /** Checks that no value is null. */
    public Sent {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** Tells whether this call sent the message, or an earlier one. A minor release may add more constants. */
    public enum Status {
        /** This call sent the message. */
        SENT,
        /** An earlier call with the same client key and content sent the message. This is the result of that call. */
        REPEATED
    }

    /**
     * Returns the thread of the message.
     *
     * @return the thread
     */
    public ThreadId threadId() {
        return position.threadId();
    }

    /**
     * Returns the seq of the message.
     *
     * @return 1 for the first message of the thread
     */
    public long seq() {
        return position.seq();
    }
}
