package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A message of a thread.
 *
 * @param id the id of the message
 * @param position the thread of the message, and its seq, which alone defines the order of messages
 * @param author the author
 * @param kind the kind of message
 * @param visibility the members that see the message
 * @param text the text as the author wrote it; empty if the message was deleted for everyone
 * @param quotedSeq the seq of the message of the same thread that this one quotes; empty if it quotes none
 * @param sentAt the time at which the author sent it, in microseconds
 * @param createdAt the time at which it was stored, in microseconds; it strictly grows with the seq of active messages
 * @param deleted true if it was deleted for everyone and only a tombstone remains
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

    /** Checks that no value is null. */
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
     * Returns the thread of the message.
     *
     * @return the thread
     */
    public ThreadId threadId() {
        return position.threadId();
    }

    /**
     * Returns the seq of the message.
     *
     * @return 1 for the first message of the thread
     */
    public long seq() {
        return position.seq();
    }

    /** Describes the message without its text, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "Message[" + id + " at " + position + " by " + author + "]";
    }
}
