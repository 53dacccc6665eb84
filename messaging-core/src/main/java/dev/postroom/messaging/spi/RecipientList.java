package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.Rights;
import java.util.List;
import java.util.Objects;

/**
 * The recipients of a message, with the rights of the party that asked. Both come from one snapshot, so that core can
 * decide what the party is told.
 *
 * @param readerRights the rights of the party that asked, those of a past member if it left the thread
 * @param recipients the recipients, ordered by time of joining, then by party key
 */
public record RecipientList(Rights readerRights, List<Recipient> recipients) {

    /** Checks that no value is null, and copies the recipients. */
    public RecipientList {
        Objects.requireNonNull(readerRights, "readerRights");
        recipients = List.copyOf(recipients);
    }
}
