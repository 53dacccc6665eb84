package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A message to an existing thread.
 *
 * @param by who writes
 * @param thread where
 * @param message what
 * @param key the client key, if the caller gave one
 * @param seenSeq how far the author has seen the thread; with the rule {@code ReplyReads.SEEN} the author's read position
 *     moves there
 * @param expectedRevision if given, the message is stored only at this revision of the thread
 * @param at now, whole microseconds
 */
public record AppendMessage(
        Caller by,
        ThreadId thread,
        NewMessage message,
        Optional<KeyClaim> key,
        OptionalLong seenSeq,
        OptionalLong expectedRevision,
        Instant at) {

    /** Checks that everything is there. */
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
