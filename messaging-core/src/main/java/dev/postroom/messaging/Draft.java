package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.InvalidException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message to an existing thread. Immutable: each method returns a changed copy.
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
     * Creates a message.
     *
     * @param text the text; a blank text is refused when the message is sent
     * @return the message
     * @throws InvalidException if the text is null
     */
    public static Draft text(String text) {
        return new Draft(Arguments.arg("text", text), null, OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * Sets a client key, so that a repeated call cannot send the message twice. Default: no key.
     *
     * @param value 1 to 128 characters, unique among the keys of the sender
     * @return the changed message
     * @throws InvalidException if the key is null, blank or too long
     */
    public Draft key(String value) {
        return new Draft(text, ClientKey.of(value), seen, quoting);
    }

    /**
     * Sets the last message that the author had seen when writing. With the rule {@code ReplyReads.SEEN}, which is the
     * default, the thread is marked as read up to it. Default: not set, and nothing is marked as read.
     *
     * @param seq the last seq that the author had seen, 0 or more
     * @return the changed message
     * @throws InvalidException if the seq is negative
     */
    public Draft seen(long seq) {
        if (seq < 0) {
            throw new InvalidException("seen", "must not be negative, is " + seq);
        }
        return new Draft(text, key, OptionalLong.of(seq), quoting);
    }

    /**
     * Sets the message of the same thread that this one quotes. Default: none.
     *
     * @param seq the seq of the quoted message, at least 1
     * @return the changed message
     * @throws InvalidException if the seq is below 1
     */
    public Draft quoting(long seq) {
        if (seq < 1) {
            throw new InvalidException("quoting", "must be at least 1, is " + seq);
        }
        return new Draft(text, key, seen, OptionalLong.of(seq));
    }

    /**
     * Returns the text.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns the client key.
     *
     * @return the key; empty if none was set
     */
    public Optional<ClientKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Returns the last message that the author had seen.
     *
     * @return its seq; empty if none was set
     */
    public OptionalLong seen() {
        return seen;
    }

    /**
     * Returns the quoted message.
     *
     * @return its seq; empty if the message quotes none
     */
    public OptionalLong quoting() {
        return quoting;
    }

    /** Describes the message without its text, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "Draft[" + text.length() + " characters]";
    }
}
