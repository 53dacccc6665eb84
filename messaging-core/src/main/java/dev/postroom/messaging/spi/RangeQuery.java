package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Position;
import java.util.Objects;

/**
 * A range of seqs of a thread, for one reader.
 *
 * @param by the reader
 * @param way the start of the range, and its direction
 * @param start the thread, and the seq that {@code way} refers to; a message with this seq need not exist
 * @param seqs the number of seqs in the range, 1 to 1,000
 */
public record RangeQuery(Caller by, Way way, Position start, int seqs) {

    /** Checks that no value is null. */
    public RangeQuery {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(way, "way");
        Objects.requireNonNull(start, "start");
    }

    /** The start of a range, and its direction. */
    public enum Way {
        /** Goes up from the seq, or from the first seq that the reader can see if that is higher. */
        UP,
        /** Goes down from the seq, or from the last seq that the reader can see if that is lower. */
        DOWN,
        /**
         * Goes up from the seq after the read position of the reader, otherwise like {@link #UP}. The given seq is
         * ignored.
         */
        UP_FROM_UNREAD
    }
}
