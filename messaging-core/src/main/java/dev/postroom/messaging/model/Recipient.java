package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A message as one member has it: a derived record, there for every (message, member) in whose window the message lies.
 * The author is not a recipient of their own message unless alone in the thread.
 *
 * @param messageId the message
 * @param position its thread and seq
 * @param party the member
 * @param read whether the member has read it, as the member sees it
 * @param starred whether the member starred it
 * @param hidden whether the member deleted it for themselves
 */
public record Recipient(
        MessageId messageId, Position position, Party party, boolean read, boolean starred, boolean hidden) {

    /** Checks that everything is there. */
    public Recipient {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(party, "party");
    }
}
