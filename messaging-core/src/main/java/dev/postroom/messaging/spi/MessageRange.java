package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageView;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The messages that a reader sees in a range of seqs.
 *
 * @param messages the messages, in the direction of the range
 * @param next the first seq after the range, in the same direction; empty if the range reaches the last seq that the
 *     reader can see, or the first one if it goes down
 */
public record MessageRange(List<MessageView> messages, OptionalLong next) {

    /** Checks that no value is null, and copies the messages. */
    public MessageRange {
        messages = List.copyOf(messages);
        Objects.requireNonNull(next, "next");
    }
}
