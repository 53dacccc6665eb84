package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Position;
import java.time.Instant;

/**
 * Moves the positions of a mailbox. The states read, archived and deleted are positions, never flags, so that a message
 * that arrives at the same time is not read, archived or deleted unseen. {@link Storage} says what every operation
 * guarantees.
 */
public interface PositionStore {

    /**
     * Moves a position. Past members may move theirs within their window.
     *
     * <p>Guards: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#FORBIDDEN} (needs {@code
     * Right.VIEW}), {@link Refusal#BEYOND_LAST} (not for {@link Move#UNARCHIVE}).
     *
     * @param by the party that owns the position
     * @param move the position, and the way to move it
     * @param to the thread and the seq
     * @param at the current time, in whole microseconds
     * @return the outcome; {@link ChangeOutcome.Unchanged} if the position was there or beyond
     */
    ChangeOutcome move(Caller by, Move move, Position to, Instant at);

    /**
     * Moves the read position of each thread with an unread message to the last seq that the thread had at some moment
     * during this call. This includes threads of any box, and threads that the party has left. Messages that arrive
     * later stay unread.
     *
     * <p>In a transaction of the host, all positions move or none. Elsewhere a storage may use several transactions for
     * many threads; if it fails, some of these may be committed. Each thread is logged as by {@link Move#READ_UP_TO}.
     *
     * @param by the party that owns the positions
     * @param at the current time, in whole microseconds
     * @return the number of threads that were marked
     */
    long readAll(Caller by, Instant at);
}
