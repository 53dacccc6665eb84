package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of threads.
 *
 * @param by whose mailbox
 * @param box which box
 * @param filter all, only threads with unread messages, or only those without
 * @param after begin behind this place; not together with an offset
 * @param offset how many to pass over
 * @param limit how many at most, 1 to 1,001
 * @param previewLength how many characters (UTF-16 units) of the last message's text are needed at least
 */
public record BoxQuery(
        Caller by, Box box, Filter filter, Optional<Place> after, long offset, int limit, int previewLength) {

    /** Checks that everything is there. */
    public BoxQuery {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(after, "after");
    }

    /** By read state. */
    public enum Filter {
        /** Every thread of the box. */
        ANY,
        /** Threads with at least one unread message. */
        UNREAD,
        /** Threads without an unread message. */
        READ
    }

    /**
     * A place in a box, whose order is by time and, at the same time, by thread id, both descending.
     *
     * @param at the time a thread is ordered by
     * @param thread the thread; ids are compared as unsigned 128-bit numbers
     */
    public record Place(Instant at, ThreadId thread) {

        /** Checks that everything is there. */
        public Place {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(thread, "thread");
        }
    }
}
