package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message to store in an existing thread.
 *
 * @param by the author
 * @param thread the thread
 * @param message the message
 * @param key the client key; empty if the caller gave none
 * @param seenSeq the last seq that the author has seen; with the rule {@code ReplyReads.SEEN} the read position of the
 *     author moves to it
 * @param expectedRevision the message is stored only if the thread has this revision; empty for any revision
 * @param at the current time, in whole microseconds
 */
public record AppendMessage(
        Caller by,
        ThreadId thread,
        NewMessage message,
        Optional<KeyClaim> key,
        OptionalLong seenSeq,
        OptionalLong expectedRevision,
        Instant at) {

    /** Checks that no value is null. */
    public AppendMessage {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(seenSeq, "seenSeq");
        Objects.requireNonNull(expectedRevision, "expectedRevision");
        Objects.requireNonNull(at, "at");
    }
}
