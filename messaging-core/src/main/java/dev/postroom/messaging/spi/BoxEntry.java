package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadSummary;
import java.time.Instant;
import java.util.Objects;

/**
 * A thread in a box.
 *
 * @param orderedAt the time by which the box orders it: the party's own last message in {@code Box.SENT}, else the
 *     activity
 * @param summary the thread; its preview may be longer than asked for, core cuts it
 */
public record BoxEntry(Instant orderedAt, ThreadSummary summary) {

    /** Checks that everything is there. */
    public BoxEntry {
        Objects.requireNonNull(orderedAt, "orderedAt");
        Objects.requireNonNull(summary, "summary");
    }
}
