package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A message to be stored. Its author is {@link Caller#party()}.
 *
 * @param id made by the caller before its first attempt, so that the storage's own retries cannot store it twice
 * @param kind decides whether it counts, moves its thread and can be a preview; storages keep the three answers
 * @param visibility who sees it
 * @param text the text, valid Unicode without NUL, within the limits core enforces (at most 1,000,000 characters)
 * @param quotedSeq the seq of the message it answers, in the same thread and visible to the author
 * @param sentAt when its author sent it, whole microseconds
 */
public record NewMessage(
        MessageId id, MessageKind kind, Visibility visibility, String text, OptionalLong quotedSeq, Instant sentAt) {

    /** Checks that everything is there. */
    public NewMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(quotedSeq, "quotedSeq");
        Objects.requireNonNull(sentAt, "sentAt");
    }

    /** Describes the message without its text, so that no log ever holds it. */
    @Override
    public String toString() {
        return "NewMessage[" + id + "]";
    }
}
