package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A place in a thread: the thread and a seq together, so that the two cannot be mixed up. What read, archive and delete
 * move to.
 *
 * @param threadId the thread
 * @param seq 1 for the thread's first message, contiguous from there; 0 stands before the first
 */
public record Position(ThreadId threadId, long seq) {

    /**
     * Checks the seq.
     *
     * @throws InvalidException if the seq is negative
     */
    public Position {
        Objects.requireNonNull(threadId, "threadId");
        if (seq < 0) {
            throw new InvalidException("seq", "must not be negative, is " + seq);
        }
    }

    /**
     * Makes a position.
     *
     * @param threadId the thread
     * @param seq the seq, 0 or more
     * @return the position
     * @throws InvalidException if the seq is negative
     */
    public static Position of(ThreadId threadId, long seq) {
        return new Position(threadId, seq);
    }

    @Override
    public String toString() {
        return threadId + "#" + seq;
    }
}
