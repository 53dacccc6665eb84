package dev.postroom.messaging.model;

import java.util.Objects;

/**
 * A member as the recipient of a message, and what the member did with the message. There is one such record for each
 * message and each member that can see it, but it is computed, not stored. The author of a message is a recipient only
 * if it is alone in the thread.
 *
 * @param messageId the message
 * @param position the thread of the message, and its seq
 * @param party the member
 * @param read true if the member has read the message, as the member itself sees it
 * @param starred true if the member starred the message
 * @param hidden true if the member deleted the message for itself
 */
public record Recipient(
        MessageId messageId, Position position, Party party, boolean read, boolean starred, boolean hidden) {

    /** Checks that no value is null. */
    public Recipient {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(party, "party");
    }
}
