package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadSummary;
import java.time.Instant;
import java.util.Objects;

/**
 * A thread in a box.
 *
 * @param orderedAt the time by which the box orders the thread: in {@code Box.SENT} the time of the party's own last
 *     message, elsewhere the activity
 * @param summary the thread; its preview may be longer than the query asked for, core shortens it
 */
public record BoxEntry(Instant orderedAt, ThreadSummary summary) {

    /** Checks that no value is null. */
    public BoxEntry {
        Objects.requireNonNull(orderedAt, "orderedAt");
        Objects.requireNonNull(summary, "summary");
    }
}
