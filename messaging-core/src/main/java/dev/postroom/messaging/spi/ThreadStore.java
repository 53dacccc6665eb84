package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.OptionalLong;

/** Creates and changes threads. {@link Storage} says what every operation guarantees. */
public interface ThreadStore {

    /**
     * Creates a thread with its members, and with its first message if there is one. The first message gets seq 1.
     *
     * <p>Two checks come first, in this order: the key (if it was used before: {@link SendOutcome.Repeated} or {@link
     * SendOutcome.KeyConflict}), then the pair (if it is taken: {@link CreateOutcome.PairTaken}). If several callers
     * use one key or one pair at the same time, one of them creates the thread and the others get its result.
     *
     * <p>Logged: {@code THREAD_CREATED} with seq 0, and {@code MESSAGE_CREATED} for a first message.
     *
     * @param command the thread
     * @return {@link SendOutcome.Stored} or {@link CreateOutcome.Created} if the thread was created, otherwise the
     *     reason why not
     */
    CreateOutcome create(CreateThread command);

    /**
     * Changes a thread.
     *
     * <p>Guards, in this order: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#PAST_MEMBER},
     * {@link Refusal#FORBIDDEN}, {@link Refusal#STALE}, {@link Refusal#WRONG_SHAPE}, {@link Refusal#TOO_FEW_MEMBERS},
     * {@link Refusal#TOO_MANY_MEMBERS}; each kind of change says which of them apply. The outcome of a change that has
     * no effect is {@link ChangeOutcome.Unchanged} only if no guard up to {@code WRONG_SHAPE} fails.
     *
     * <p>Logged: {@code THREAD_RENAMED}, {@code THREAD_CLOSED} or {@code THREAD_REOPENED} with the last seq; for each
     * member one {@code MEMBER_JOINED} or {@code MEMBER_LEFT} with the last seq.
     *
     * @param by the party that changes the thread
     * @param thread the thread
     * @param change the change
     * @param expectedRevision the change happens only if the thread has this revision; empty for any revision
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome change(Caller by, ThreadId thread, ThreadChange change, OptionalLong expectedRevision, Instant at);
}
