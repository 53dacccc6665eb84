package dev.postroom.messaging;

import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.KeyConflictException;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.model.UnknownPartiesException;
import dev.postroom.messaging.model.UnreadTotals;
import java.util.Collection;
import java.util.List;

/**
 * Everything that one party may see and do. {@link Mailboxes#as} and {@link Tenant#as} return mailboxes. A mailbox is
 * safe for use by several Java threads; inside a transaction of the host, one Java thread at a time may use it.
 *
 * <p>A mailbox does not tell a thread or message that does not exist from one that the party must not see: both lead to
 * {@link NotFoundException}. A past member of a thread sees the messages that it could see until it left, and gets
 * {@link ForbiddenException} from calls that only members may make. It sees the subject, the members and the state of
 * the thread as they are now.
 *
 * <p>Commands are idempotent: each returns whether it changed anything, and a repeated command changes nothing.
 */
public interface Mailbox {

    /** {@return the party whose mailbox this is} */
    Party party();

    // ---- sending

    /**
     * Starts a group thread with its first message.
     *
     * <p>A call with a {@linkplain NewThread#key client key} may be repeated. If a call with the same key and the same
     * content (recipients, subject and text) was made before, this call returns the result of that one, whatever has
     * happened since. It then asks neither the directory nor the policy.
     *
     * @param thread the thread to start
     * @return the position of the message; the status says whether this call or an earlier one sent it
     * @throws UnknownPartiesException if a recipient is not in the directory; the exception names all such recipients
     * @throws InvalidException if the text or the subject is not acceptable
     * @throws TooLargeException if the text, the subject or the number of recipients exceeds {@link Limits}
     * @throws KeyConflictException if the key was used before with other content
     * @throws ForbiddenException if the policy of the host refuses the call
     */
    Sent send(NewThread thread);

    /**
     * Finds or creates the direct thread with a party. Two parties have at most one, and so has a party with itself.
     * Nobody sees a new direct thread before its first message. A deleted direct thread stays deleted when it is found.
     *
     * @param other the other party, or this party itself
     * @return the thread; both parties get the same one, whichever of them asks first
     * @throws UnknownPartiesException if the other party is not in the directory
     * @throws ForbiddenException if the policy of the host refuses the call
     */
    ThreadId direct(Party other);

    /**
     * Sends a message to a thread.
     *
     * @param thread the thread
     * @param draft the message
     * @return the position of the message; the status says whether this call or an earlier one sent it
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the party may not write to the thread, or is no longer a member
     * @throws ClosedException if the thread is closed and its rule refuses messages
     * @throws InvalidException if the text, the quoted message or {@link Draft#seen} is not acceptable
     * @throws TooLargeException if the text exceeds {@link Limits}
     * @throws KeyConflictException if the key was used before with other content
     */
    Sent reply(ThreadId thread, Draft draft);

    /**
     * Sends several messages, either all of them or none. They may go to several threads, or several may go to one
     * thread, where they get the given order. The checks for each message are those of {@link #reply}. A client key
     * applies to its own message alone: a message that was sent before is not sent again, and the others are sent.
     *
     * <p>The threads are locked in a fixed order that does not depend on the given order, so two such calls cannot
     * deadlock. Inside a transaction of the host, this holds if no other call of the transaction writes to threads.
     *
     * @param replies at most 100 messages; an empty list does nothing
     * @return the result for each message, in the given order
     * @throws MessagingException if {@link #reply} would throw it for one of them; no message was sent
     * @throws TooLargeException if there are too many messages
     */
    List<Sent> sendAll(List<Reply> replies);

    // ---- reading

    /**
     * Lists the threads of a box.
     *
     * @param query the box, the page, and the details of each thread
     * @return a page
     * @throws InvalidException if a size or page number is out of range, or the cursor belongs to another query
     */
    Page<ThreadSummary> threads(ThreadQuery query);

    /**
     * Returns a thread as this party sees it, whichever box it is in.
     *
     * @param thread the thread
     * @return the summary of the thread
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    ThreadSummary thread(ThreadId thread);

    /**
     * Lists the messages of a thread.
     *
     * @param thread the thread
     * @param query the first message, the direction, and the size of the page
     * @return a page; it has at least one message unless the end of the list is reached
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws InvalidException if a size is out of range, or the cursor belongs to another query
     */
    Page<MessageView> messages(ThreadId thread, MessageQuery query);

    /**
     * Returns a message, also one that this party deleted for itself by {@link #deleteForMe(MessageId)}.
     *
     * @param message the message
     * @return the message as this party sees it
     * @throws NotFoundException if the message does not exist, or this party must not see it
     */
    MessageView message(MessageId message);

    /**
     * Returns the recipients of a message, and whether each has read, starred or hidden it. This is private: a member
     * with {@code Right.MANAGE} gets the records of all recipients, every other party gets its own record only.
     *
     * @param message the message
     * @return the records; the author of a message has no record of it, unless the author is alone in the thread
     * @throws NotFoundException if the message does not exist, or this party must not see it
     */
    List<Recipient> recipients(MessageId message);

    /**
     * Lists the present members of a thread, ordered by time of joining.
     *
     * @param thread the thread
     * @return all members
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    List<Member> members(ThreadId thread);

    /**
     * Counts the unread messages of the inbox, without archived, deleted or left threads. The count stops at {@link
     * Limits#unreadThreads()} threads, 1,000 by default; {@link UnreadTotals#complete()} is then false.
     *
     * @return the totals
     */
    UnreadTotals unread();

    /**
     * Counts all unread messages of the inbox. The time it takes grows with the number of unread threads.
     *
     * @return the complete totals
     */
    UnreadTotals unreadExactly();

    // ---- positions

    /**
     * Marks a thread as read up to a message. Messages that arrived later stay unread. The read position never moves
     * back.
     *
     * @param position the thread and the last seq that the party has seen, such as {@link ThreadSummary#position()}
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws InvalidException if the seq is beyond the last message
     */
    boolean markReadUpTo(Position position);

    /**
     * Marks a thread as unread from a message on. What others see as read by this party does not move back.
     *
     * @param position the thread and the first seq that becomes unread, at least 1
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws InvalidException if the seq is 0 or beyond the last message
     */
    boolean markUnreadFrom(Position position);

    /**
     * Marks a whole thread as unread, from the first message that this party can see.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    boolean markUnread(ThreadId thread);

    /**
     * Marks all threads as read, up to the last message that each had when the call began. Outside a transaction of the
     * host, the storage may mark more than some hundred threads in several transactions. If the call fails then, some
     * threads may be marked; a repeated call marks the rest. Inside a transaction of the host it is one operation,
     * which keeps the rows of all these threads locked until the host ends the transaction.
     *
     * @return the number of threads that had unread messages
     */
    long markAllRead();

    /**
     * Archives a thread up to the last message that the party has seen. A later message of another party brings the
     * thread back to the inbox, also a message that arrived in the meantime.
     *
     * @param position the thread and the last seq that the party has seen
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws InvalidException if the seq is beyond the last message
     */
    boolean archive(Position position);

    /**
     * Moves a thread out of the archive.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    boolean unarchive(ThreadId thread);

    /**
     * Deletes a thread for this party alone, up to the last message that the party has seen. A later message of another
     * party brings the thread back. It then shows only the new messages, or all messages if the rule {@code
     * reviveWithHistory} is on.
     *
     * @param position the thread and the last seq that the party has seen
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws InvalidException if the seq is beyond the last message
     */
    boolean deleteForMe(Position position);

    /**
     * Deletes a message for this party alone.
     *
     * @param message the message
     * @return true if anything changed
     * @throws NotFoundException if the message does not exist, or this party must not see it
     */
    boolean deleteForMe(MessageId message);

    /**
     * Deletes a message for everyone. A message without text remains in its place.
     *
     * @param message a message that this party wrote; with {@code Right.MANAGE}, any message
     * @return true if anything changed
     * @throws NotFoundException if the message does not exist, or this party must not see it
     * @throws ForbiddenException if the party may not delete this message
     */
    boolean deleteForEveryone(MessageId message);

    // ---- stars

    /**
     * Stars a message.
     *
     * @param message the message
     * @return true if anything changed
     * @throws NotFoundException if the message does not exist, or this party must not see it
     */
    boolean star(MessageId message);

    /**
     * Removes the star from a message.
     *
     * @param message the message
     * @return true if anything changed
     * @throws NotFoundException if the message does not exist, or this party must not see it
     */
    boolean unstar(MessageId message);

    /**
     * Stars a thread itself.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    boolean starThread(ThreadId thread);

    /**
     * Removes the star from a thread itself. Stars on its messages stay.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    boolean unstarThread(ThreadId thread);

    /**
     * Removes all stars of this party from a thread and its messages.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     */
    boolean clearStars(ThreadId thread);

    // ---- the thread itself

    /**
     * Changes the subject of a thread.
     *
     * @param thread the thread
     * @param subject the new subject; an empty one removes it
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the thread is a group and the party does not have {@code Right.MANAGE}
     * @throws InvalidException if the subject is not acceptable
     * @throws TooLargeException if the subject exceeds {@link Limits}
     */
    boolean rename(ThreadId thread, String subject);

    /**
     * Closes a thread. Members can still read it and change their own state of it; the rule {@code onClosed} of the
     * thread decides whether it takes messages.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the thread is a group and the party does not have {@code Right.MANAGE}
     */
    boolean close(ThreadId thread);

    /**
     * Opens a closed thread.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the thread is a group and the party does not have {@code Right.MANAGE}
     */
    boolean reopen(ThreadId thread);

    /**
     * Adds members to a group. They see the messages that are sent from now on.
     *
     * @param thread the thread
     * @param parties at least one party
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the party does not have {@code Right.MANAGE}, or the thread is direct
     * @throws UnknownPartiesException if a party is not in the directory; the exception names all such parties
     * @throws TooLargeException if the thread would have too many members
     */
    boolean addMembers(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Adds members to a group. They see all messages from the beginning; the messages that exist already count as read.
     *
     * @param thread the thread
     * @param parties at least one party
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the party does not have {@code Right.MANAGE}, or the thread is direct
     * @throws UnknownPartiesException if a party is not in the directory; the exception names all such parties
     * @throws TooLargeException if the thread would have too many members
     */
    boolean addMembersWithHistory(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Removes members from a group. They keep the messages that they could see until now. Parties that are not members
     * are ignored.
     *
     * @param thread the thread
     * @param parties at least one party
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the party does not have {@code Right.MANAGE}, the thread is direct, or too few
     *     members would remain
     */
    boolean removeMembers(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Leaves a group. The messages that the party could see until now stay visible to it.
     *
     * @param thread the thread
     * @return true if anything changed
     * @throws NotFoundException if the thread does not exist, or this party must not see it
     * @throws ForbiddenException if the thread is direct, too few members would remain, or the party has left before;
     *     unlike other calls, a repeated call is refused
     */
    boolean leave(ThreadId thread);
}
