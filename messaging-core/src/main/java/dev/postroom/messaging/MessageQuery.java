package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Page;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A query for messages of a thread. Immutable: each method returns a changed copy.
 *
 * <p>A page covers a range of seqs. It leaves out messages that the reader cannot see, and those that the reader has
 * deleted for itself. A page may therefore have fewer messages than its size, but it is never empty before the end of
 * the list.
 *
 * @param from the start of the list, and its direction
 * @param seq the seq that {@code from} refers to; 0 if it refers to none
 * @param size the number of seqs that a page covers; empty for {@link Limits#defaultPageSize()}
 * @param after the cursor of the page before; empty for the first page
 */
public record MessageQuery(From from, long seq, OptionalInt size, Optional<Cursor> after) {

    /** The start of a list of messages, and its direction. */
    public enum From {
        /** Begins at the last message; newest first. */
        NEWEST(false),
        /** Begins at the first message; oldest first. */
        OLDEST(true),
        /** Begins at the message before a seq; newest first. */
        BELOW(false),
        /** Begins at the message after a seq; oldest first. */
        ABOVE(true),
        /** Begins half a page before a seq; oldest first. */
        AROUND(true),
        /** Begins at the message after the reader's read position; oldest first. */
        FIRST_UNREAD(true);

        private final boolean ascending;

        From(boolean ascending) {
            this.ascending = ascending;
        }

        /**
         * Returns the direction of the list.
         *
         * @return true if the oldest message is first
         */
        public boolean ascending() {
            return ascending;
        }
    }

    /**
     * Checks everything that does not depend on limits.
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
     * Creates a query that starts at the last message, newest first.
     *
     * @return the query
     */
    public static MessageQuery newest() {
        return of(From.NEWEST, 0);
    }

    /**
     * Creates a query that starts at the first message, oldest first.
     *
     * @return the query
     */
    public static MessageQuery oldest() {
        return of(From.OLDEST, 0);
    }

    /**
     * Creates a query that starts at the message before a seq, newest first.
     *
     * @param seq the seq; its message is not listed
     * @return the query
     */
    public static MessageQuery below(long seq) {
        return of(From.BELOW, seq);
    }

    /**
     * Creates a query that starts at the message after a seq, oldest first.
     *
     * @param seq the seq; its message is not listed
     * @return the query
     */
    public static MessageQuery above(long seq) {
        return of(From.ABOVE, seq);
    }

    /**
     * Creates a query that starts half a page before a seq, oldest first.
     *
     * @param seq the seq in the middle of the page
     * @return the query
     */
    public static MessageQuery around(long seq) {
        return of(From.AROUND, seq);
    }

    /**
     * Creates a query that starts at the first unread message, oldest first. The list is empty if all messages are
     * read.
     *
     * @return the query
     */
    public static MessageQuery fromFirstUnread() {
        return of(From.FIRST_UNREAD, 0);
    }

    /**
     * Sets the number of seqs that a page covers.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, which is 100 by default
     * @return the changed query
     */
    public MessageQuery first(int value) {
        return new MessageQuery(from, seq, OptionalInt.of(value), after);
    }

    /**
     * Continues after an earlier page of the same query. The size of the page may differ.
     *
     * @param cursor {@link Page#next()} of that page
     * @return the changed query
     */
    public MessageQuery after(Cursor cursor) {
        return new MessageQuery(from, seq, size, Optional.of(Arguments.arg("after", cursor)));
    }
}
