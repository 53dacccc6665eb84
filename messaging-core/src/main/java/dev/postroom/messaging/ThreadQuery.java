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
 * A query for threads of a mailbox. Immutable: each method returns a changed copy.
 *
 * <p>Pages are read by cursor ({@link #first}, {@link #after}) or by number ({@link #page}, {@link #size}). Pages by
 * cursor, read one after the other, show no thread twice in the same place, and each thread that does not change
 * meanwhile exactly once. Their cost does not grow from page to page. Pages by number shift when the box changes
 * meanwhile, and their cost grows with the number.
 *
 * <p>The page, its total and the details of its threads are read one after the other. If a thread changes meanwhile,
 * its details can be newer than its summary.
 *
 * @param box the box
 * @param readState the read state of the threads
 * @param size the number of threads on a page; empty for {@link Limits#defaultPageSize()}
 * @param after the cursor of the page before; empty for the first page
 * @param page the number of the page, starting at 1; empty to read by cursor
 * @param total true to count the whole list too
 * @param members the number of members to return with each thread; 0 for none
 * @param senders true to return the authors of messages with each thread
 * @param messages the number of latest messages to return with each thread; 0 for none
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

    /** The read state of the threads to list. */
    public enum ReadState {
        /** Selects all threads. */
        ANY,
        /** Selects threads with unread messages. */
        UNREAD,
        /** Selects threads without unread messages. */
        READ
    }

    /**
     * Checks everything that does not depend on limits.
     *
     * @throws InvalidException if a number is out of range, or both a cursor and a page number are set
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
     * Creates a query for a box.
     *
     * @param box the box
     * @return the query for its first page in the default size
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
     * Creates a query for the inbox.
     *
     * @return the query
     */
    public static ThreadQuery inbox() {
        return of(Box.INBOX);
    }

    /**
     * Creates a query for the threads that the party wrote to.
     *
     * @return the query
     */
    public static ThreadQuery sent() {
        return of(Box.SENT);
    }

    /**
     * Creates a query for the starred threads.
     *
     * @return the query
     */
    public static ThreadQuery starred() {
        return of(Box.STARRED);
    }

    /**
     * Creates a query for the archive.
     *
     * @return the query
     */
    public static ThreadQuery archived() {
        return of(Box.ARCHIVED);
    }

    /**
     * Creates a query for all threads that are not deleted.
     *
     * @return the query
     */
    public static ThreadQuery all() {
        return of(Box.ALL);
    }

    /**
     * Limits the list to threads with unread messages.
     *
     * @return the changed query
     */
    public ThreadQuery unread() {
        return new ThreadQuery(box, ReadState.UNREAD, size, after, page, total, members, senders, messages);
    }

    /**
     * Limits the list to threads without unread messages.
     *
     * @return the changed query
     */
    public ThreadQuery read() {
        return new ThreadQuery(box, ReadState.READ, size, after, page, total, members, senders, messages);
    }

    /**
     * Sets the number of threads on a page.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, which is 100 by default
     * @return the changed query
     */
    public ThreadQuery first(int value) {
        return new ThreadQuery(box, readState, OptionalInt.of(value), after, page, total, members, senders, messages);
    }

    /**
     * Sets the number of threads on a page. Does the same as {@link #first}, and reads better together with {@link
     * #page}.
     *
     * @param value 1 to {@link Limits#maximumPageSize()}, which is 100 by default
     * @return the changed query
     */
    public ThreadQuery size(int value) {
        return first(value);
    }

    /**
     * Continues after the last thread of an earlier page of the same query. The size of the page may differ.
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
     * Selects a page by its number.
     *
     * @param number the number, starting at 1
     * @return the changed query
     * @throws InvalidException if the number is below 1
     */
    public ThreadQuery page(int number) {
        return new ThreadQuery(box, readState, size, after, OptionalInt.of(number), total, members, senders, messages);
    }

    /**
     * Adds the number of threads in the whole list to the answer: {@link Page#total()}. The time it takes grows with
     * the number of threads in the box.
     *
     * @return the changed query
     */
    public ThreadQuery withTotal() {
        return new ThreadQuery(box, readState, size, after, page, true, members, senders, messages);
    }

    /**
     * Adds the first members of each thread to the answer: {@link ThreadSummary#members()}. This takes one more storage
     * call for the whole page.
     *
     * @param count the maximum number of members for each thread, at most {@link Limits#maximumPageSize()}
     * @return the changed query
     */
    public ThreadQuery withMembers(int count) {
        return new ThreadQuery(box, readState, size, after, page, total, count, senders, messages);
    }

    /**
     * Adds the authors of messages in each thread to the answer: {@link ThreadSummary#senders()}. This takes one more
     * storage call for the whole page.
     *
     * @return the changed query
     */
    public ThreadQuery withSenders() {
        return new ThreadQuery(box, readState, size, after, page, total, members, true, messages);
    }

    /**
     * Adds the latest messages of each thread to the answer: {@link ThreadSummary#messages()}. This takes one more
     * storage call for the whole page.
     *
     * @param count the number of seqs to read, counted back from the last message, at most {@link
     *     Limits#maximumPageSize()}; messages that the reader cannot see are left out
     * @return the changed query
     */
    public ThreadQuery withMessages(int count) {
        return new ThreadQuery(box, readState, size, after, page, total, members, senders, count);
    }
}
