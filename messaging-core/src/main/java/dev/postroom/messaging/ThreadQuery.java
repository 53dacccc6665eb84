package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.ThreadSummary;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which threads of a mailbox to list. Immutable; each method answers a changed copy.
 *
 * <p>Pages go by cursor ({@link #first}, {@link #after}) or by number ({@link #page}, {@link #size}). A walk by cursor
 * shows no thread twice at the same place, and every thread that did not change meanwhile exactly once, while the box
 * moves; its cost does not grow. Pages by number shift as the box moves, and their cost grows with the number.
 *
 * @param box which box
 * @param readState which of its threads
 * @param size how many on a page; empty for the default of {@link Limits#defaultPageSize()}
 * @param after where to go on; empty to begin at the start
 * @param page the page's number, from 1; empty to go by cursor
 * @param total whether to count the whole list as well
 * @param members how many members to answer with each thread, 0 for none
 * @param senders whether to answer who wrote in each thread
 * @param messages how many of the latest messages to answer with each thread, 0 for none
 */
public record ThreadQuery(
        Box box,
        ReadState readState,
        OptionalInt size,
        Optional<Cursor> after,
        OptionalInt page,
        boolean total,
        int members,
        boolean senders,
        int messages) {

    /** By read state. */
    public enum ReadState {
        /** Every thread. */
        ANY,
        /** Threads with unread messages. */
        UNREAD,
        /** Threads without unread messages. */
        READ
    }

    /**
     * Checks the query as far as it does not depend on limits.
     *
     * @throws InvalidException if a number is out of range, or a cursor and a page number are both given
     */
    public ThreadQuery {
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(readState, "readState");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(page, "page");
        if (page.isPresent() && page.getAsInt() < 1) {
            throw new InvalidException("page", "must be at least 1, is " + page.getAsInt());
        }
        if (page.isPresent() && after.isPresent()) {
            throw new InvalidException("page", "must not be given together with a cursor");
        }
        if (members < 0) {
            throw new InvalidException("members", "must not be negative, is " + members);
        }
        if (messages < 0) {
            throw new InvalidException("messages", "must not be negative, is " + messages);
        }
    }

    /**
     * Lists a box.
     *
     * @param box which
     * @return the query of its first page, in the default size
     */
    public static ThreadQuery of(Box box) {
        return new ThreadQuery(
                Arguments.arg("box", box),
                ReadState.ANY,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                0,
                false,
                0);
    }

    /**
     * Lists the inbox.
     *
     * @return the query
     */
    public static ThreadQuery inbox() {
        return of(Box.INBOX);
    }

    /**
     * Lists the threads one wrote to.
     *
     * @return the query
     */
    public static ThreadQuery sent() {
        return of(Box.SENT);
    }

    /**
     * Lists the threads with a star.
     *
     * @return the query
     */
    public static ThreadQuery starred() {
        return of(Box.STARRED);
    }

    /**
     * Lists the archive.
     *
     * @return the query
     */
    public static ThreadQuery archived() {
        return of(Box.ARCHIVED);
    }

    /**
     * Lists all threads but deleted ones.
     *
     * @return the query
     */
    public static ThreadQuery all() {
        return of(Box.ALL);
    }

    /**
     * Only threads with unread messages.
     *
     * @return the changed query
     */
    public ThreadQuery unread() {
        return new ThreadQuery(box, ReadState.UNREAD, size, after, page, total, members, senders, messages);
    }

    /**
     * Only threads without unread messages.
     *
     * @return the changed query
     */
    public ThreadQuery read() {
        return new ThreadQuery(box, ReadState.READ, size, after, page, total, members, senders, messages);
    }

    /**
     * Sets how many threads a page has.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, 100 by default
     * @return the changed query
     */
    public ThreadQuery first(int value) {
        return new ThreadQuery(box, readState, OptionalInt.of(value), after, page, total, members, senders, messages);
    }

    /**
     * Sets how many threads a page has; reads better beside {@link #page}.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, 100 by default
     * @return the changed query
     */
    public ThreadQuery size(int value) {
        return first(value);
    }

    /**
     * Goes on behind the last thread of an earlier page of the same query, in whatever size.
     *
     * @param cursor {@link Page#next()} of that page
     * @return the changed query
     */
    public ThreadQuery after(Cursor cursor) {
        return new ThreadQuery(
                box,
                readState,
                size,
                Optional.of(Arguments.arg("after", cursor)),
                page,
                total,
                members,
                senders,
                messages);
    }

    /**
     * Goes to a page by its number.
     *
     * @param number from 1
     * @return the changed query
     * @throws InvalidException if it is below 1
     */
    public ThreadQuery page(int number) {
        return new ThreadQuery(box, readState, size, after, OptionalInt.of(number), total, members, senders, messages);
    }

    /**
     * Counts the whole list as well: {@link Page#total()}. Takes time for every thread of the box.
     *
     * @return the changed query
     */
    public ThreadQuery withTotal() {
        return new ThreadQuery(box, readState, size, after, page, true, members, senders, messages);
    }

    /**
     * Answers the first members with each thread: {@link ThreadSummary#members()}. One more question to the storage for
     * the whole page.
     *
     * @param count how many of each thread, at most {@link Limits#maximumPageSize()}
     * @return the changed query
     */
    public ThreadQuery withMembers(int count) {
        return new ThreadQuery(box, readState, size, after, page, total, count, senders, messages);
    }

    /**
     * Answers who wrote in each thread: {@link ThreadSummary#senders()}. One more question to the storage for the whole
     * page.
     *
     * @return the changed query
     */
    public ThreadQuery withSenders() {
        return new ThreadQuery(box, readState, size, after, page, total, members, true, messages);
    }

    /**
     * Answers the latest messages with each thread: {@link ThreadSummary#messages()}. One more question to the storage
     * for the whole page.
     *
     * @param count how many places from the last message back to look at, at most {@link Limits#maximumPageSize()};
     *     messages that the reader cannot see make them fewer
     * @return the changed query
     */
    public ThreadQuery withMessages(int count) {
        return new ThreadQuery(box, readState, size, after, page, total, members, senders, count);
    }
}
