package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The facts of a thread that are the same for every party that may see it.
 *
 * @param id the thread
 * @param shape the shape of the thread
 * @param subject the subject; empty if the thread has none
 * @param createdBy the party that started the thread
 * @param createdAt the time at which the thread was started
 * @param updatedAt the time of the last change for everyone: a message, a member, the subject, closed or reopened
 * @param memberCount the number of present members
 * @param closed the party that closed the thread, and the time; empty while the thread is open
 * @param revision a number that grows with every change of members, rights, subject or rules, and when the thread is
 *     closed or reopened
 */
public record ThreadInfo(
        ThreadId id,
        ThreadShape shape,
        String subject,
        Party createdBy,
        Instant createdAt,
        Instant updatedAt,
        int memberCount,
        Optional<Closing> closed,
        long revision) {

    /** Checks that no value is null. */
    public ThreadInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(closed, "closed");
    }

    /**
     * The closing of a thread.
     *
     * @param by the party that closed the thread
     * @param at the time
     */
    public record Closing(Party by, Instant at) {

        /** Checks that no value is null. */
        public Closing {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Describes the thread without its subject, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "ThreadInfo[" + id + ", " + shape + "]";
    }
}
