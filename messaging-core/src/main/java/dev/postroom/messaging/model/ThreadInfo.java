package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is the same for everybody who may see a thread.
 *
 * @param id the thread
 * @param shape its shape
 * @param subject its subject; empty if it has none
 * @param createdBy who started it
 * @param createdAt when it was started
 * @param updatedAt when it last changed for everyone: a message, a member, its subject, closed or reopened
 * @param memberCount how many members it has now
 * @param closed who closed it and when; empty while it is open
 * @param revision grows with every change of members, rights, subject, rules, closed or reopened
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

    /** Checks that everything is there. */
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
     * Who closed a thread, and when.
     *
     * @param by who
     * @param at when
     */
    public record Closing(Party by, Instant at) {

        /** Checks that everything is there. */
        public Closing {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Describes the thread without its subject, so that no log ever holds it. */
    @Override
    public String toString() {
        return "ThreadInfo[" + id + ", " + shape + "]";
    }
}
