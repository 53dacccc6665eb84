package dev.postroom.messaging.event;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of the change log. The operation that makes a change writes the row in the same transaction, exactly once for
 * each change.
 *
 * @param tenant the tenant
 * @param type the kind of change
 * @param position the thread, and the seq that the type refers to
 * @param party the party whose state changed, for personal changes and changes of membership
 * @param actor the party that made the change
 * @param at the time of the change, in microseconds
 */
public record Change(
        TenantId tenant, ChangeType type, Position position, Optional<Party> party, Party actor, Instant at) {

    /** Checks that no value is null. */
    public Change {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(at, "at");
    }
}
