package dev.postroom.messaging;

import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Page;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import java.util.Collection;
import java.util.List;

/**
 * All that one party may see and do. Got from {@link Mailboxes#as} or {@link Tenant#as}; safe for use by several Java
 * threads, inside a transaction of the host by one at a time.
 *
 * <p>A thread or message that does not exist and one that the party may not see are the same to it: {@link
 * dev.postroom.messaging.model.NotFoundException}. A party that was a member sees what it could see until it left, and
 * gets {@link dev.postroom.messaging.model.ForbiddenException} where only members may act; of the thread itself (its
 * subject, its members, closed or not) it sees what is so now. Commands are idempotent: each
 * answers whether it changed anything, and repeating one changes nothing.
 */
public interface Mailbox {

    /**
     * Answers whose mailbox this is.
     *
     * @return the party
     */
    Party party();

    // ---- writing

    /**
     * Starts a group thread with its first message.
     *
     * <p>With a {@linkplain NewThread#key client key} the call may be repeated: the same key and content (recipients, subject,
     * text) answer the first result, whatever has happened since, and neither directory nor policy is asked.
     *
     * @param thread to whom, and what
     * @return the message's place; its status says whether it was sent now or before
     * @throws dev.postroom.messaging.model.UnknownPartiesException if a recipient is not in the directory; names all
     * @throws dev.postroom.messaging.model.InvalidException if the text or subject is not acceptable
     * @throws dev.postroom.messaging.model.TooLargeException if the text, the subject or the recipients exceed {@link Limits}
     * @throws dev.postroom.messaging.model.KeyConflictException if the key was used for something else
     * @throws dev.postroom.messaging.model.ForbiddenException if the host's policy refuses
     */
    Sent send(NewThread thread);

    /**
     * Finds or creates the one direct thread with a party; with oneself too. Nobody sees a new one before its first
     * message, and finding it does not bring it back where it was deleted.
     *
     * @param other the other party
     * @return the thread, the same for both and whoever asks first
     * @throws dev.postroom.messaging.model.UnknownPartiesException if the other is not in the directory
     * @throws dev.postroom.messaging.model.ForbiddenException if the host's policy refuses
     */
    ThreadId direct(Party other);

    /**
     * Writes a message to a thread.
     *
     * @param thread the thread
     * @param draft what
     * @return the message's place; its status says whether it was sent now or before
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party may not write there, or not any more
     * @throws dev.postroom.messaging.model.ClosedException if the thread is closed and its rule refuses messages
     * @throws dev.postroom.messaging.model.InvalidException if the text is not acceptable, the quoted message not there, or
     *     {@link Draft#seen} beyond the last message
     * @throws dev.postroom.messaging.model.TooLargeException if the text exceeds {@link Limits}
     * @throws dev.postroom.messaging.model.KeyConflictException if the key was used for something else
     */
    Sent reply(ThreadId thread, Draft draft);

    /**
     * Writes several messages, all or none: to several threads, or several to one, which then stand in the order given.
     * Each is judged as {@link #reply} would. A client key repeats its own message and no other: of messages that were sent
     * before and new ones only the new ones are sent.
     *
     * <p>The threads are locked in one order whatever the order given, so that calls never wait for each other in a circle;
     * inside a transaction of the host that holds if this is the only call that writes there.
     *
     * @param replies at most 100; none does nothing
     * @return for each its place, in the order given
     * @throws dev.postroom.messaging.model.MessagingException what {@link #reply} would throw for one of them; nothing was
     *     sent and no key was used up
     * @throws dev.postroom.messaging.model.TooLargeException if they are too many
     */
    List<Sent> sendAll(List<Reply> replies);

    // ---- reading

    /**
     * Lists the threads of a box.
     *
     * @param query which, how many, in what detail
     * @return a page
     * @throws dev.postroom.messaging.model.InvalidException if a size or page number is out of range, or a cursor is not
     *     one of this query
     */
    Page<ThreadSummary> threads(ThreadQuery query);

    /**
     * Answers one thread as it stands in this mailbox, whichever box it is in.
     *
     * @param thread the thread
     * @return its summary
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    ThreadSummary thread(ThreadId thread);

    /**
     * Lists the messages of a thread.
     *
     * @param thread the thread
     * @param query where to begin, which way, how many
     * @return a page; it has at least one message unless the end is reached
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.InvalidException if a size is out of range, or a cursor is not one of this query
     */
    Page<MessageView> messages(ThreadId thread, MessageQuery query);

    /**
     * Answers one message, also one deleted for oneself by {@link #deleteForMe(MessageId)}.
     *
     * @param message the message
     * @return the message as this party sees it
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     */
    MessageView message(MessageId message);

    /**
     * Answers a message as its recipients have it. Who has {@code Right.MANAGE} in the thread gets everybody's record,
     * everybody else only their own: read and star state are private.
     *
     * @param message the message
     * @return the records; none for the author of a message, unless alone in the thread
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     */
    List<Recipient> recipients(MessageId message);

    /**
     * Lists the present members of a thread, in order of joining.
     *
     * @param thread the thread
     * @return every member
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    List<Member> members(ThreadId thread);

    /**
     * Counts what is unread in the inbox: not in archived, deleted or left threads. Counting stops at {@link
     * Limits#unreadThreads()}, 1,000 by default, and says so.
     *
     * @return the totals
     */
    UnreadTotals unread();

    /**
     * Counts what is unread in the inbox, however much it is. Takes time for every unread thread.
     *
     * @return the totals, complete
     */
    UnreadTotals unreadExactly();

    // ---- positions

    /**
     * Marks a thread read up to a message. What arrived later stays unread. Never moves back.
     *
     * @param position the thread and the last seq that was seen, such as {@link ThreadSummary#position()}
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.InvalidException if the seq is beyond the last message
     */
    boolean markReadUpTo(Position position);

    /**
     * Marks a thread unread from a message on. What others see as read does not go back.
     *
     * @param position the thread and the first seq to be unread again, at least 1
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.InvalidException if the seq is 0 or beyond the last message
     */
    boolean markUnreadFrom(Position position);

    /**
     * Marks a whole thread unread, as far back as this party can see.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    boolean markUnread(ThreadId thread);

    /**
     * Marks everything read, in every thread, as of the beginning of this call. Outside of a host's transaction more than
     * some hundred threads may be marked in several transactions: if it fails, some may be read, and calling again goes on.
     *
     * @return how many threads had something unread
     */
    long markAllRead();

    /**
     * Archives a thread as far as it was seen. A later message of somebody else brings it back to the inbox, also one
     * that arrived meanwhile.
     *
     * @param position the thread and the last seq that was seen
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.InvalidException if the seq is beyond the last message
     */
    boolean archive(Position position);

    /**
     * Takes a thread out of the archive.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    boolean unarchive(ThreadId thread);

    /**
     * Deletes a thread for this party alone, as far as it was seen. A later message of somebody else brings it back, with
     * only what is new (or with everything, by the rule {@code reviveWithHistory}).
     *
     * @param position the thread and the last seq that was seen
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.InvalidException if the seq is beyond the last message
     */
    boolean deleteForMe(Position position);

    /**
     * Deletes a message for this party alone.
     *
     * @param message the message
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     */
    boolean deleteForMe(MessageId message);

    /**
     * Deletes a message for everyone: its place stays, without text.
     *
     * @param message one's own, or any with {@code Right.MANAGE}
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if it is not the party's to delete
     */
    boolean deleteForEveryone(MessageId message);

    // ---- stars

    /**
     * Stars a message.
     *
     * @param message the message
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     */
    boolean star(MessageId message);

    /**
     * Takes the star from a message.
     *
     * @param message the message
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such message for this party
     */
    boolean unstar(MessageId message);

    /**
     * Stars a thread itself.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    boolean starThread(ThreadId thread);

    /**
     * Takes the star from a thread itself; stars of its messages stay.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    boolean unstarThread(ThreadId thread);

    /**
     * Takes all of this party's stars from a thread and its messages.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     */
    boolean clearStars(ThreadId thread);

    // ---- the thread itself

    /**
     * Gives a thread another subject.
     *
     * @param thread the thread
     * @param subject the subject; empty for none
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE} in a group
     * @throws dev.postroom.messaging.model.InvalidException if the subject is not acceptable
     * @throws dev.postroom.messaging.model.TooLargeException if the subject exceeds {@link Limits}
     */
    boolean rename(ThreadId thread, String subject);

    /**
     * Closes a thread. Reading and personal state go on; what becomes of messages to it is a rule of the thread.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE} in a group
     */
    boolean close(ThreadId thread);

    /**
     * Opens a closed thread.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE} in a group
     */
    boolean reopen(ThreadId thread);

    /**
     * Adds members to a group, who see what comes from now on.
     *
     * @param thread the thread
     * @param parties at least one
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE}, or the thread is
     *     direct
     * @throws dev.postroom.messaging.model.UnknownPartiesException if one is not in the directory; names all
     * @throws dev.postroom.messaging.model.TooLargeException if the thread would have too many members
     */
    boolean addMembers(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Adds members to a group, who see everything from the beginning; what is there already counts as read.
     *
     * @param thread the thread
     * @param parties at least one
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE}, or the thread is
     *     direct
     * @throws dev.postroom.messaging.model.UnknownPartiesException if one is not in the directory; names all
     * @throws dev.postroom.messaging.model.TooLargeException if the thread would have too many members
     */
    boolean addMembersWithHistory(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Removes members from a group; who is none is passed over. They keep the messages they could see until now.
     *
     * @param thread the thread
     * @param parties at least one
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the party has not {@code Right.MANAGE}, the thread is
     *     direct, or too few members would remain
     */
    boolean removeMembers(ThreadId thread, Collection<? extends Party> parties);

    /**
     * Leaves a group. What could be seen until now stays visible.
     *
     * @param thread the thread
     * @return whether anything changed
     * @throws dev.postroom.messaging.model.NotFoundException if there is no such thread for this party
     * @throws dev.postroom.messaging.model.ForbiddenException if the thread is direct, too few members would remain, or the
     *     party has left before: unlike other calls, leaving twice is refused
     */
    boolean leave(ThreadId thread);
}
