package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One entry of a thread.
 *
 * @param id its id
 * @param position its thread and its seq there: the only order there is
 * @param author who wrote it
 * @param kind what it is
 * @param visibility who sees it
 * @param text as given by its author; empty once it was deleted for everyone
 * @param quotedSeq the seq of the message in the same thread that this one answers, if it names one
 * @param sentAt when its author sent it, microseconds
 * @param createdAt when it was stored, microseconds; grows strictly with the seq of active messages
 * @param deleted whether it was deleted for everyone and only its place is left
 */
public record Message(
        MessageId id,
        Position position,
        Party author,
        MessageKind kind,
        Visibility visibility,
        String text,
        OptionalLong quotedSeq,
        Instant sentAt,
        Instant createdAt,
        boolean deleted) {

    /** Checks that everything is there. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(quotedSeq, "quotedSeq");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * Answers the message's thread.
     *
     * @return the thread
     */
    public ThreadId threadId() {
        return position.threadId();
    }

    /**
     * Answers the message's place in its thread.
     *
     * @return 1 for the first message
     */
    public long seq() {
        return position.seq();
    }

    /** Describes the message without its text, so that no log ever holds it. */
    @Override
    public String toString() {
        return "Message[" + id + " at " + position + " by " + author + "]";
    }
}
