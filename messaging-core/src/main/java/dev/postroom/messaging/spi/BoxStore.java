package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what stands in a mailbox. Each method is one question to the store and sees one moment. See {@link Storage}.
 *
 * <h2>Where a thread stands</h2>
 *
 * <p>For each member the storage knows <em>newest</em>: the seq of the newest active message of somebody else in the
 * member's window (exceptions: {@link MessageStore#append}), <em>own</em>: the seq of the member's own newest active
 * message, and the positions <em>deleted</em> and <em>archived</em> ({@link Move}). Then
 *
 * <ul>
 *   <li>{@code INBOX}: a member now, newest above deleted, newest above archived;
 *   <li>{@code ARCHIVED}: a member now, newest above deleted, newest not above archived;
 *   <li>{@code SENT}: a member now, own above deleted;
 *   <li>{@code ALL}: newest or own above deleted, past members too;
 *   <li>{@code STARRED}: a member now, what stands in {@code ALL} and has a star: on the thread, or on a message the
 *       party can see, hidden ones and tombstones included.
 * </ul>
 *
 * <p>A thread's activity is, for each member, the {@code createdAt} of the last active message that the member sees the
 * visibility of, also an own one, also one that was deleted since; without any, the thread's creation. Who lacks {@code
 * Right.VIEW} has the thread in no box and no total, and nothing unread.
 *
 * <h2>What is unread</h2>
 *
 * <p>For a member, the messages above its read position that are countable, by somebody else, in the member's window, of a
 * visibility it sees, and neither deleted for everyone nor hidden by the member. Past members keep what was unread when
 * they left.
 */
public interface BoxStore {

    /**
     * Answers a page of a box.
     *
     * @param query which
     * @return the threads in order, without senders, members and messages; the last message is the highest seq that is
     *     previewable, not deleted, visible to the party and not hidden by it
     */
    List<BoxEntry> page(BoxQuery query);

    /**
     * Counts a box.
     *
     * @param by whose
     * @param box which
     * @param filter which of its threads
     * @return how many threads
     */
    long count(Caller by, Box box, BoxQuery.Filter filter);

    /**
     * Answers one thread as it stands in the party's mailbox, whichever box, also a deleted or empty one.
     *
     * @param by whose mailbox
     * @param thread the thread
     * @param previewLength as in {@link BoxQuery}
     * @return the thread; empty if it is missing, or the party neither is nor was a member with {@code Right.VIEW}
     */
    Optional<ThreadSummary> find(Caller by, ThreadId thread, int previewLength);

    /**
     * Counts what is unread in the inbox.
     *
     * @param by whose
     * @param cap stop after this many threads with unread messages, those of the latest activity; the answer is not
     *     complete if there are more
     * @return the totals of the threads that were counted
     */
    UnreadTotals unread(Caller by, int cap);

    /**
     * Returns the present members of several threads.
     *
     * @param by the party that asks
     * @param threads at most 1,000 threads
     * @param limit the greatest number of members for each thread
     * @return for each thread that the party can see, its first members, ordered by time of joining, then by party key
     *     (ascending by UTF-16 code units or by code points, as the storage compares texts); no entry means that the party
     *     cannot see the thread
     */
    Map<ThreadId, List<Member>> members(Caller by, Collection<ThreadId> threads, int limit);

    /**
     * Answers who, present or past, wrote in several threads.
     *
     * @param by who asks; threads that the party cannot see are passed over
     * @param threads at most 1,000 threads
     * @param limit how many of each thread at most
     * @return for each thread the parties with a countable message for everyone, by time of joining, then by party key
     */
    Map<ThreadId, List<Party>> senders(Caller by, Collection<ThreadId> threads, int limit);
}
