package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The last message of a thread that its reader can see and that may be previewed.
 *
 * @param id the message
 * @param position its thread and seq
 * @param author who wrote it
 * @param sentAt when
 * @param preview the beginning of its text on one line, at most as long as the preview limit (75 characters by default)
 */
public record LastMessage(MessageId id, Position position, Party author, Instant sentAt, String preview) {

    /** Checks that everything is there. */
    public LastMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(preview, "preview");
    }

    /** Describes the message without its text, so that no log ever holds it. */
    @Override
    public String toString() {
        return "LastMessage[" + id + " at " + position + " by " + author + "]";
    }
}
