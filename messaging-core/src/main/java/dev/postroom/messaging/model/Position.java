package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A place in a thread. It holds the thread and the seq together, so that a seq cannot be used with another thread by
 * mistake. Read, archive and delete positions are such places.
 *
 * @param threadId the thread
 * @param seq 1 for the first message of the thread, 2 for the second, without gaps; 0 for the place before the first
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
     * Creates a position.
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
