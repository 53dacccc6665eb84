package dev.postroom.messaging.event;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of the change log. Written in the transaction of the operation that it tells of, exactly once per change.
 *
 * @param tenant the tenant
 * @param type what happened
 * @param position the thread and the seq that the type speaks of
 * @param party whose state changed, for personal changes and those of membership
 * @param actor who did it
 * @param at when, microseconds
 */
public record Change(
        TenantId tenant, ChangeType type, Position position, Optional<Party> party, Party actor, Instant at) {

    /** Checks that everything is there. */
    public Change {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }
}
