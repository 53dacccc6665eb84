package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A party in a thread.
 *
 * @param party who
 * @param rights what the member may do
 * @param joinedAt when the member joined, the last time if several
 * @param leftAt when the member left or was removed; empty while a member
 * @param hasSent whether the member wrote any message that counts for everyone
 */
public record Member(Party party, Rights rights, Instant joinedAt, Optional<Instant> leftAt, boolean hasSent) {

    /** Checks that everything is there. */
    public Member {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(joinedAt, "joinedAt");
        Objects.requireNonNull(leftAt, "leftAt");
    }

    /**
     * Answers whether the party is a member now.
     *
     * @return false once it left or was removed
     */
    public boolean active() {
        return leftAt.isEmpty();
    }
}
