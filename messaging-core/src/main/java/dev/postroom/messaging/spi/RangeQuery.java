package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Position;
import java.util.Objects;

/**
 * A range of seqs of a thread, as one reader looks at it.
 *
 * @param by who reads
 * @param way where the range begins, and which way it goes
 * @param start the thread, and the seq that {@code way} speaks of, whether there is such a message or not
 * @param seqs how many seqs the range covers, 1 to 1,000
 */
public record RangeQuery(Caller by, Way way, Position start, int seqs) {

    /** Checks that everything is there. */
    public RangeQuery {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(start, "start");
    }

    /** Where a range begins, and which way it goes. */
    public enum Way {
        /** From the seq up, or from the first one the reader can see if that is higher. */
        UP,
        /** From the seq down, or from the last one the reader can see if that is lower. */
        DOWN,
        /** From behind the reader's read position up, and else as {@link #UP}; the seq is not looked at. */
        UP_FROM_UNREAD
    }
}
