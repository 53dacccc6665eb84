package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A present or past member of a thread.
 *
 * @param party the party
 * @param rights the rights of the member
 * @param joinedAt the time at which the member joined; the latest time if it joined several times
 * @param leftAt the time at which the member left or was removed; empty for a present member
 * @param hasSent true if the member wrote at least one message that counts for everyone
 */
public record Member(Party party, Rights rights, Instant joinedAt, Optional<Instant> leftAt, boolean hasSent) {

    /** Checks that no value is null. */
    public Member {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(joinedAt, "joinedAt");
        Objects.requireNonNull(leftAt, "leftAt");
    }

    /**
     * Returns whether the party is a member now.
     *
     * @return false if it left or was removed
     */
    public boolean active() {
        return leftAt.isEmpty();
    }
}
