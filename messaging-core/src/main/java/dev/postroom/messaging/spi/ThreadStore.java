package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;
import java.util.OptionalLong;

/** Creates and changes threads. See {@link Storage} for what every operation promises. */
public interface ThreadStore {

    /**
     * Creates a thread with its members and its first message, if there is one. The first message gets seq 1.
     *
     * <p>Judged in this order: the key (used before: {@link SendOutcome.Repeated} or {@link SendOutcome.KeyConflict}), the
     * pair (taken: {@link CreateOutcome.PairTaken}). Of several callers with one key or one pair at the same time, one
     * creates and the others get its result.
     *
     * <p>Logged: {@code THREAD_CREATED} with seq 0, and {@code MESSAGE_CREATED} for a first message.
     *
     * @param command the thread
     * @return {@link SendOutcome.Stored} or {@link CreateOutcome.Created} if it was made, else why not
     */
    CreateOutcome create(CreateThread command);

    /**
     * Changes a thread.
     *
     * <p>Guards, in this order: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#PAST_MEMBER}, {@link
     * Refusal#FORBIDDEN}, {@link Refusal#STALE}, {@link Refusal#WRONG_SHAPE}, {@link Refusal#TOO_FEW_MEMBERS}, {@link
     * Refusal#TOO_MANY_MEMBERS}; each as far as the kind of change says. A change that would do nothing is {@link
     * ChangeOutcome.Unchanged} only if the guards up to {@code WRONG_SHAPE} hold.
     *
     * <p>Logged: {@code THREAD_RENAMED}, {@code THREAD_CLOSED} or {@code THREAD_REOPENED} with the last seq; for members
     * one {@code MEMBER_JOINED} or {@code MEMBER_LEFT} each, with the last seq.
     *
     * @param by who changes it
     * @param thread the thread
     * @param change what to change
     * @param expectedRevision if given, the change happens only at this revision
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome change(Caller by, ThreadId thread, ThreadChange change, OptionalLong expectedRevision, Instant at);
}
