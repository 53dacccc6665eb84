package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.InvalidException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message to an existing thread. Immutable; each method answers a changed copy.
 *
 * <pre>{@code
 * bob.reply(threadId, Draft.text("Tomorrow at 9").key("phone-7f3a").seen(4));
 * }</pre>
 */
public final class Draft {

    private final String text;
    private final @Nullable ClientKey key;
    private final OptionalLong seen;
    private final OptionalLong quoting;

    private Draft(String text, @Nullable ClientKey key, OptionalLong seen, OptionalLong quoting) {
        this.text = text;
        this.key = key;
        this.seen = seen;
        this.quoting = quoting;
    }

    /**
     * Begins a message.
     *
     * @param text the text; whitespace alone counts as empty and is refused when sent
     * @return the message
     * @throws InvalidException if it is null
     */
    public static Draft text(String text) {
        return new Draft(Arguments.arg("text", text), null, OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * Names this send, so that repeating the call cannot send twice. Default: none.
     *
     * @param value 1 to 128 characters, unique among the sender's keys
     * @return the changed message
     * @throws InvalidException if it is null, blank or too long
     */
    public Draft key(String value) {
        return new Draft(text, ClientKey.of(value), seen, quoting);
    }

    /**
     * Says how far the author had seen the thread when writing. With the rule {@code ReplyReads.SEEN}, the default, the
     * thread is marked read up to there. Default: nothing is said, nothing is marked.
     *
     * @param seq the last seq that was seen, 0 or more
     * @return the changed message
     * @throws InvalidException if it is negative
     */
    public Draft seen(long seq) {
        if (seq < 0) {
            throw new InvalidException("seen", "must not be negative, is " + seq);
        }
        return new Draft(text, key, OptionalLong.of(seq), quoting);
    }

    /**
     * Names the message in the same thread that this one answers. Default: none.
     *
     * @param seq the quoted message's seq, at least 1
     * @return the changed message
     * @throws InvalidException if it is below 1
     */
    public Draft quoting(long seq) {
        if (seq < 1) {
            throw new InvalidException("quoting", "must be at least 1, is " + seq);
        }
        return new Draft(text, key, seen, OptionalLong.of(seq));
    }

    /**
     * Answers the text.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Answers the client key.
     *
     * @return empty if none was set
     */
    public Optional<ClientKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Answers how far the author had seen the thread.
     *
     * @return empty if nothing was said
     */
    public OptionalLong seen() {
        return seen;
    }

    /**
     * Answers which message is quoted.
     *
     * @return its seq; empty if none is
     */
    public OptionalLong quoting() {
        return quoting;
    }

    /** Describes the message without its text, so that no log ever holds it. */
    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters]";
    }
}
