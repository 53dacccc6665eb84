package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import java.util.Objects;

/**
 * A party that becomes a member.
 *
 * @param party the party
 * @param rights its rights
 * @param history the part of the thread's past that the member sees; past messages are never unread
 */
public record NewMember(Party party, Rights rights, History history) {

    /** Checks that no value is null. */
    public NewMember {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(history, "history");
    }

    /** The part of a thread's past that a new member sees. */
    public enum History {
        /** The member sees only messages that are sent after it joined. */
        FROM_JOIN,
        /** The member sees all messages, except those that it deleted itself when it was a member before. */
        FULL
    }
}
