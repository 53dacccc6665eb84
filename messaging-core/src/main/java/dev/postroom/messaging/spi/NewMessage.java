package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A message to store. Its author is {@link Caller#party()}.
 *
 * @param id the id, which the caller created before its first attempt, so that the storage cannot store the message
 *     twice when it repeats the operation
 * @param kind the kind, which decides whether the message counts, moves its thread and can be a preview; storages keep
 *     these three values
 * @param visibility the members that see the message
 * @param text the text: valid Unicode without NUL characters, within the limits that core enforces (at most 1,000,000
 *     characters)
 * @param quotedSeq the seq of the quoted message, in the same thread and visible to the author; empty if there is none
 * @param sentAt the time at which the author sent it, in whole microseconds
 */
public record NewMessage(
        MessageId id, MessageKind kind, Visibility visibility, String text, OptionalLong quotedSeq, Instant sentAt) {

    /** Checks that no value is null. */
    public NewMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(quotedSeq, "quotedSeq");
        Objects.requireNonNull(sentAt, "sentAt");
    }

    /** Describes the message without its text, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "NewMessage[" + id + "]";
    }
}
