package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import java.util.Objects;

/**
 * A party that becomes a member.
 *
 * @param party who
 * @param rights with which rights
 * @param history how much of the thread's past the member sees; past messages are never unread
 */
public record NewMember(Party party, Rights rights, History history) {

    /** Checks that everything is there. */
    public NewMember {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(history, "history");
    }

    /** How much of a thread's past a new member sees. */
    public enum History {
        /** Only messages after joining. */
        FROM_JOIN,
        /** Everything, except what the member itself deleted in an earlier stay. */
        FULL
    }
}
