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

/** Writes and reads messages. See {@link Storage} for what every operation promises. */
public interface MessageStore {

    /**
     * Stores a message under the next seq of its thread.
     *
     * <p>Judged first: the key, whichever thread it was used in, also if the thread is closed or missing by now, or the
     * author has lost it ({@link SendOutcome.Repeated}, {@link SendOutcome.KeyConflict}). Then the guards, in this order:
     * {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#PAST_MEMBER}, {@link Refusal#FORBIDDEN} (needs
     * {@code Right.SEND}, an internal note also {@code Right.INTERNAL}), {@link Refusal#CLOSED}, {@link Refusal#STALE},
     * {@link Refusal#BEYOND_LAST} (of {@code seenSeq}), {@link Refusal#QUOTED_MISSING}.
     *
     * <p>What it does, for a message that is <em>active</em>: the thread's activity becomes the later of the given time
     * and one microsecond after what it was, and this is the message's {@code createdAt}; the message becomes the newest
     * foreign one for every other member that sees its visibility, which brings the thread back to their inbox. For its
     * author it is that only if the author is the thread's one member, or if the rule {@code unansweredInInbox} is on and
     * there was no newest foreign message yet. One that is not active changes neither: {@code createdAt} is the later of
     * the given time and the activity. The author's own messages are never unread and never revive a thread for them.
     *
     * <p>A closed thread with {@code ClosedRule.REOPEN} is opened, logged as {@code THREAD_REOPENED} with the message's
     * seq before the message. The author's read position moves as the rule {@code ReplyReads} says: logged as {@code
     * READ_MOVED} after the message if it moved.
     *
     * <p>Logged: {@code MESSAGE_CREATED} with the message's seq. Log rows carry the given time.
     *
     * @param command the message
     * @return what became of it
     */
    SendOutcome append(AppendMessage command);

    /**
     * Stores several messages of one party, each as {@link #append} would, all or none. Threads are locked in ascending
     * order of their ids, written out as text, before anything else is; then the messages of one thread are stored in the
     * order given, so that a later one of them sees the earlier.
     *
     * <p>A message whose key was used before with the same fingerprint is no reason not to store the others.
     *
     * @param commands the messages, at least one, all with the same {@link Caller}
     * @return what became of them
     */
    SendAllOutcome appendAll(List<AppendMessage> commands);

    /**
     * Answers what a client key was used for.
     *
     * @param by whose tenant
     * @param key the key's claim
     * @return its result; empty if it was not used
     */
    Optional<StoredKey> findKey(Caller by, Claim key);

    /**
     * Deletes a message for everyone: its place stays as a tombstone without text, its author and time stay. It stops
     * being unread for whoever had not read it; no activity, order or read position changes; the thread's last message
     * becomes the one before it.
     *
     * <p>Guards: {@link Refusal#MISSING} (also if not visible to the party), {@link Refusal#FORBIDDEN} (neither its
     * author nor with {@code Right.MANAGE}; past members are refused so too), {@link Refusal#STALE}. Already deleted is
     * {@link ChangeOutcome.Unchanged}. Logged: {@code MESSAGE_DELETED}.
     *
     * @param by who deletes it
     * @param message the message
     * @param expectedRevision if given, only at this revision of its thread
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome delete(Caller by, MessageId message, OptionalLong expectedRevision, Instant at);

    /**
     * Deletes a message for the party alone: pages leave it out and it is not unread for the party. Whether it was hidden
     * already or deleted for everyone before or after makes no difference to anybody's count.
     *
     * <p>Guards: {@link Refusal#MISSING}. Hidden already is {@link ChangeOutcome.Unchanged}. Logged: {@code
     * MESSAGE_HIDDEN} with the party.
     *
     * @param by for whom
     * @param message the message
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome hide(Caller by, MessageId message, Instant at);

    /**
     * Answers one message as the party sees it, also a hidden one.
     *
     * @param by who reads
     * @param message the message
     * @return the message; empty if it does not exist or does not lie in the party's window
     */
    Optional<MessageView> find(Caller by, MessageId message);

    /**
     * Answers the messages of a range of seqs that the party can see, without hidden ones, tombstones included, and where
     * the range ends. One question to the store, which sees one moment.
     *
     * <p>A party sees a message if it has {@code Right.VIEW}, the seq lies in its window (after joining and after what it
     * deleted, up to leaving), and the message is for everyone or the party has {@code Right.INTERNAL}. The first and the
     * last seq that it can see, which the range is measured by, are {@code firstSeq} and {@code lastSeq} of its {@link
     * dev.postroom.messaging.model.ReaderState}.
     *
     * @param query which range
     * @return the messages, none if the party sees none there; empty if the thread is missing, or the party neither is nor
     *     was a member with {@code Right.VIEW}
     */
    Optional<MessageRange> range(RangeQuery query);

    /**
     * Answers the messages with the highest seqs of several threads that the party can see, without hidden ones.
     *
     * @param by who reads
     * @param threads at most 1,000 threads; others' are passed over
     * @param seqs how many seqs below the last one the party can see to look at
     * @return for each thread its messages in ascending order; no entry for a thread without any
     */
    Map<ThreadId, List<MessageView>> latest(Caller by, Collection<ThreadId> threads, int seqs);

    /**
     * Returns the recipients of a message, and the rights of the party that asks. A recipient is every member, present or
     * past, in whose window the message lies and who sees its visibility. The author is a recipient only if it is the one
     * present member. The answer is read from one snapshot.
     *
     * @param by the party that asks
     * @param message the message
     * @return the recipients; empty if the message does not exist or the party does not see it
     */
    Optional<RecipientList> recipients(Caller by, MessageId message);
}
