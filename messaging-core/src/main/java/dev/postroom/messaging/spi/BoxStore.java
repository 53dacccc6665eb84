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
 * Reads mailboxes. Each method reads from one snapshot. {@link Storage} says what every operation guarantees.
 *
 * <h2>The boxes of a thread</h2>
 *
 * <p>For each member the storage knows <em>newest</em>, the seq of the newest active message of another party in the
 * member's window (for exceptions see {@link MessageStore#append}); <em>own</em>, the seq of the member's own newest
 * active message; and the positions <em>deleted</em> and <em>archived</em> ({@link Move}). From these follow the boxes
 * of a thread:
 *
 * <ul>
 *   <li>{@code INBOX}: present members only; newest is above deleted and above archived;
 *   <li>{@code ARCHIVED}: present members only; newest is above deleted and not above archived;
 *   <li>{@code SENT}: present members only; own is above deleted;
 *   <li>{@code ALL}: present and past members; newest or own is above deleted;
 *   <li>{@code STARRED}: present members only; the thread is in {@code ALL} and has a star, either on the thread, or on
 *       a message that the party can see, including hidden messages and tombstones.
 * </ul>
 *
 * <p>The activity of a thread is, for each member, the {@code createdAt} of the last active message whose visibility
 * the member sees. Messages of the member itself and messages that were deleted since count too. Without such a message
 * it is the time at which the thread was created. For a member without {@code Right.VIEW} the thread is in no box and
 * no total, and nothing is unread.
 *
 * <h2>Unread messages</h2>
 *
 * <p>The unread messages of a member are those above its read position that are countable, from another party, in the
 * member's window, of a visibility it sees, and neither deleted for everyone nor hidden by the member. For a past
 * member, the messages stay unread that were unread when it left.
 */
public interface BoxStore {

    /**
     * Returns a page of a box.
     *
     * @param query the page
     * @return the threads in order, without senders, members and messages; the last message of a thread has the highest
     *     seq of those that are previewable, not deleted, visible to the party and not hidden by it
     */
    List<BoxEntry> page(BoxQuery query);

    /**
     * Counts the threads of a box.
     *
     * @param by the party that owns the mailbox
     * @param box the box
     * @param filter the read state of the threads to count
     * @return the number of threads
     */
    long count(Caller by, Box box, BoxQuery.Filter filter);

    /**
     * Returns a thread as it is in the mailbox of a party, whichever box it is in, also a deleted or empty thread.
     *
     * @param by the party that owns the mailbox
     * @param thread the thread
     * @param previewLength as in {@link BoxQuery}
     * @return the thread; empty if it does not exist, or the party is neither a present nor a past member with {@code
     *     Right.VIEW}
     */
    Optional<ThreadSummary> find(Caller by, ThreadId thread, int previewLength);

    /**
     * Counts the unread messages of the inbox.
     *
     * @param by the party that owns the mailbox
     * @param cap the number of threads with unread messages at which counting stops, those of the latest activity
     *     first; if there are more, the answer is not complete
     * @return the totals of the counted threads
     */
    UnreadTotals unread(Caller by, int cap);

    /**
     * Returns the present members of several threads.
     *
     * @param by the party that asks
     * @param threads at most 1,000 threads
     * @param limit the maximum number of members for each thread
     * @return for each thread that the party can see, its first members, ordered by time of joining, then by party key
     *     (ascending by UTF-16 code units or by code points, as the storage compares texts); no entry means that the
     *     party cannot see the thread
     */
    Map<ThreadId, List<Member>> members(Caller by, Collection<ThreadId> threads, int limit);

    /**
     * Returns the present and past members that wrote in several threads.
     *
     * @param by the party that asks; threads that it cannot see are ignored
     * @param threads at most 1,000 threads
     * @param limit the maximum number of parties for each thread
     * @return for each thread the parties with a countable message for everyone, ordered by time of joining, then by
     *     party key
     */
    Map<ThreadId, List<Party>> senders(Caller by, Collection<ThreadId> threads, int limit);
}
