package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageView;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What a reader sees of a range of seqs.
 *
 * @param messages the messages, in the order of the way the range goes
 * @param next where the rest begins: the seq behind the range, in the same direction; empty if the range reaches the last
 *     seq the reader can see, or going down the first
 */
public record MessageRange(List<MessageView> messages, OptionalLong next) {

    /** Checks that everything is there, and copies the messages. */
    public MessageRange {
        messages = List.copyOf(messages);
        Objects.requireNonNull(next, "next");
    }
}
