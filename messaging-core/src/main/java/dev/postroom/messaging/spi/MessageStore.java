package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads messages. {@link Storage} says what every operation guarantees. */
public interface MessageStore {

    /**
     * Stores a message under the next seq of its thread.
     *
     * <p>The key is checked first, whichever thread it was used in, also if the thread is closed or no longer exists,
     * or the author is no longer a member ({@link SendOutcome.Repeated}, {@link SendOutcome.KeyConflict}). Then come
     * the guards, in this order: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#PAST_MEMBER},
     * {@link Refusal#FORBIDDEN} (needs {@code Right.SEND}; an internal note also needs {@code Right.INTERNAL}), {@link
     * Refusal#CLOSED}, {@link Refusal#STALE}, {@link Refusal#BEYOND_LAST} (for {@code seenSeq}), {@link
     * Refusal#QUOTED_MISSING}.
     *
     * <p>An <em>active</em> message has these effects. The activity of the thread becomes the given time, or the
     * previous activity plus one microsecond if that is later; this is the {@code createdAt} of the message. For every
     * other member that sees its visibility, the message becomes the newest foreign one, which brings the thread back
     * to the inbox. For its author the message becomes the newest foreign one only if the author is the one member of
     * the thread, or if the rule {@code unansweredInInbox} is on and there was no newest foreign message before.
     *
     * <p>A message that is not active has none of these effects; its {@code createdAt} is the given time, or the
     * activity if that is later. Messages of the author itself are never unread for it, and never bring a thread back
     * for it.
     *
     * <p>If the thread is closed and has {@code ClosedRule.REOPEN}, it is opened; this is logged as {@code
     * THREAD_REOPENED} with the seq of the message, before the message. The read position of the author moves as the
     * rule {@code ReplyReads} says; if it moved, this is logged as {@code READ_MOVED} after the message.
     *
     * <p>Logged: {@code MESSAGE_CREATED} with the seq of the message. The rows of the log have the given time.
     *
     * @param command the message
     * @return the outcome
     */
    SendOutcome append(AppendMessage command);

    /**
     * Stores several messages of one party, each as {@link #append} does, either all of them or none. Before anything
     * else, the threads are locked in ascending order of their ids, compared as text. Then the messages of each thread
     * are stored in the given order, so a later message sees the earlier ones.
     *
     * <p>A message whose key was used before with the same fingerprint does not keep the others from being stored.
     *
     * @param commands at least one message, all with the same {@link Caller}
     * @return the outcome
     */
    SendAllOutcome appendAll(List<AppendMessage> commands);

    /**
     * Returns the message for which a client key was used.
     *
     * @param by the caller, whose tenant is searched
     * @param key the claim of the key
     * @return the message; empty if the key was not used
     */
    Optional<StoredKey> findKey(Caller by, Claim key);

    /**
     * Deletes a message for everyone. It becomes a tombstone without text that keeps its seq, author and time. It is no
     * longer unread for members that had not read it. No activity, order or read position changes. The message before
     * it becomes the last message of the thread, if this was the last one.
     *
     * <p>Guards: {@link Refusal#MISSING} (also if the party does not see the message), {@link Refusal#FORBIDDEN} (the
     * party is neither the author nor has {@code Right.MANAGE}; also for past members), {@link Refusal#STALE}. If the
     * message is deleted already, the outcome is {@link ChangeOutcome.Unchanged}. Logged: {@code MESSAGE_DELETED}.
     *
     * @param by the party that deletes the message
     * @param message the message
     * @param expectedRevision the message is deleted only if the thread has this revision; empty for any revision
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome delete(Caller by, MessageId message, OptionalLong expectedRevision, Instant at);

    /**
     * Deletes a message for the party alone. Pages leave it out, and it is not unread for the party. No count depends
     * on whether a message that is deleted for everyone was also hidden, before or after.
     *
     * <p>Guards: {@link Refusal#MISSING}. If the message is hidden already, the outcome is {@link
     * ChangeOutcome.Unchanged}. Logged: {@code MESSAGE_HIDDEN} with the party.
     *
     * @param by the party that hides the message
     * @param message the message
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome hide(Caller by, MessageId message, Instant at);

    /**
     * Returns a message as the party sees it, also a hidden one.
     *
     * @param by the reader
     * @param message the message
     * @return the message; empty if it does not exist, or is not in the window of the party
     */
    Optional<MessageView> find(Caller by, MessageId message);

    /**
     * Returns the messages of a range of seqs that the party can see, and the end of the range. Tombstones are
     * included, hidden messages are not. The answer is read from one snapshot.
     *
     * <p>A party sees a message if it has {@code Right.VIEW}, the seq is in its window (after it joined and after what
     * it deleted, up to where it left), and the message is for everyone or the party has {@code Right.INTERNAL}. The
     * range is limited by the first and the last seq that the party can see, which are {@code firstSeq} and {@code
     * lastSeq} of its {@link dev.postroom.messaging.model.ReaderState}.
     *
     * @param query the range
     * @return the messages, none if the party sees none in the range; empty if the thread does not exist, or the party
     *     is neither a present nor a past member with {@code Right.VIEW}
     */
    Optional<MessageRange> range(RangeQuery query);

    /**
     * Returns the messages with the highest seqs of several threads that the party can see, without hidden ones.
     *
     * @param by the reader
     * @param threads at most 1,000 threads; threads that the party cannot see are ignored
     * @param seqs the number of seqs to read, counted back from the last one that the party can see
     * @return the messages of each thread in ascending order; a thread without any has no entry
     */
    Map<ThreadId, List<MessageView>> latest(Caller by, Collection<ThreadId> threads, int seqs);

    /**
     * Returns the recipients of a message, and the rights of the party that asks. A recipient is every member, present
     * or past, in whose window the message lies and who sees its visibility. The author is a recipient only if it is
     * the one present member. The answer is read from one snapshot.
     *
     * @param by the party that asks
     * @param message the message
     * @return the recipients; empty if the message does not exist or the party does not see it
     */
    Optional<RecipientList> recipients(Caller by, MessageId message);
}
