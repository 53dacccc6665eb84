package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A query for a page of a box.
 *
 * @param by the party that owns the mailbox
 * @param box the box
 * @param filter the read state of the threads
 * @param after the place after which the page begins; must be empty if there is an offset
 * @param offset the number of threads to skip
 * @param limit the maximum number of threads, 1 to 1,001
 * @param previewLength the number of characters (UTF-16 code units) of the last message's text that are needed
 */
public record BoxQuery(
        Caller by, Box box, Filter filter, Optional<Place> after, long offset, int limit, int previewLength) {

    /** Checks that no value is null. */
    public BoxQuery {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(after, "after");
    }

    /** The read state of the threads to list. */
    public enum Filter {
        /** Selects all threads of the box. */
        ANY,
        /** Selects threads with at least one unread message. */
        UNREAD,
        /** Selects threads without an unread message. */
        READ
    }

    /**
     * A place in a box. Threads are ordered by time, and those of the same time by thread id, both descending.
     *
     * @param at the time by which the thread is ordered
     * @param thread the thread; ids are compared as unsigned 128-bit numbers
     */
    public record Place(Instant at, ThreadId thread) {

        /** Checks that no value is null. */
        public Place {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(thread, "thread");
        }
    }
}
