package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Page;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which messages of a thread to list. Immutable; each method answers a changed copy.
 *
 * <p>A page covers a range of seqs. Messages that the reader cannot see, and those deleted for the reader, are missing
 * from it, so a page may hold fewer than its size; it is never empty while there is more.
 *
 * @param from where to begin, and which way
 * @param seq the seq that {@code from} speaks of; 0 if none
 * @param size how many on a page; empty for the default of {@link Limits#defaultPageSize()}
 * @param after where to go on; empty to begin where {@code from} says
 */
public record MessageQuery(From from, long seq, OptionalInt size, Optional<Cursor> after) {

    /** Where a list of messages begins, and which way it goes. */
    public enum From {
        /** At the last message, newest first. */
        NEWEST(false),
        /** At the first message, oldest first. */
        OLDEST(true),
        /** Below a seq, newest first. */
        BELOW(false),
        /** Above a seq, oldest first. */
        ABOVE(true),
        /** Half a page before a seq, oldest first. */
        AROUND(true),
        /** Behind the reader's read position, oldest first. */
        FIRST_UNREAD(true);

        private final boolean ascending;

        From(boolean ascending) {
            this.ascending = ascending;
        }

        /**
         * Answers which way the list goes.
         *
         * @return true for oldest first
         */
        public boolean ascending() {
            return ascending;
        }
    }

    /**
     * Checks the query as far as it does not depend on limits.
     *
     * @throws InvalidException if the seq is negative
     */
    public MessageQuery {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(after, "after");
        if (seq < 0) {
            throw new InvalidException("seq", "must not be negative, is " + seq);
        }
    }

    private static MessageQuery of(From from, long seq) {
        return new MessageQuery(from, seq, OptionalInt.empty(), Optional.empty());
    }

    /**
     * From the last message back, newest first.
     *
     * @return the query
     */
    public static MessageQuery newest() {
        return of(From.NEWEST, 0);
    }

    /**
     * From the first message on, oldest first.
     *
     * @return the query
     */
    public static MessageQuery oldest() {
        return of(From.OLDEST, 0);
    }

    /**
     * From below a seq back, newest first.
     *
     * @param seq the seq, itself not listed
     * @return the query
     */
    public static MessageQuery below(long seq) {
        return of(From.BELOW, seq);
    }

    /**
     * From above a seq on, oldest first.
     *
     * @param seq the seq, itself not listed
     * @return the query
     */
    public static MessageQuery above(long seq) {
        return of(From.ABOVE, seq);
    }

    /**
     * Around a seq, oldest first: half a page before it, then it, then what follows.
     *
     * @param seq the seq in the middle
     * @return the query
     */
    public static MessageQuery around(long seq) {
        return of(From.AROUND, seq);
    }

    /**
     * From the first unread message on, oldest first; nothing if all is read.
     *
     * @return the query
     */
    public static MessageQuery fromFirstUnread() {
        return of(From.FIRST_UNREAD, 0);
    }

    /**
     * Sets how many seqs a page covers.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, 100 by default
     * @return the changed query
     */
    public MessageQuery first(int value) {
        return new MessageQuery(from, seq, OptionalInt.of(value), after);
    }

    /**
     * Goes on where an earlier page of the same query ended, in whatever size.
     *
     * @param cursor {@link Page#next()} of that page
     * @return the changed query
     */
    public MessageQuery after(Cursor cursor) {
        return new MessageQuery(from, seq, size, Optional.of(Arguments.arg("after", cursor)));
    }
}
