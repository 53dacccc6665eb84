package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The last message of a thread that its reader can see and that may be shown as a preview.
 *
 * @param id the message
 * @param position the thread of the message, and its seq
 * @param author the author
 * @param sentAt the time at which the author sent it
 * @param preview the beginning of the text on one line, at most as long as the limit on previews (75 characters by
 *     default)
 */
public record LastMessage(MessageId id, Position position, Party author, Instant sentAt, String preview) {

    /** Checks that no value is null. */
    public LastMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(preview, "preview");
    }

    /** Describes the message without its text, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "LastMessage[" + id + " at " + position + " by " + author + "]";
    }
}
