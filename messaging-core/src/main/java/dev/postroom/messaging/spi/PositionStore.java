package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.Position;
import java.time.Instant;

/**
 * Moves the positions of a mailbox. Read, archive and delete are positions, never flags, so that a message arriving at
 * the same time is not read, archived or deleted unseen. See {@link Storage} for what every operation promises.
 */
public interface PositionStore {

    /**
     * Moves one position. Past members may, within their window.
     *
     * <p>Guards: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link Refusal#FORBIDDEN} (needs {@code
     * Right.VIEW}), {@link Refusal#BEYOND_LAST} (not for {@link Move#UNARCHIVE}).
     *
     * @param by whose position
     * @param move which position, and how
     * @param to the thread and the seq
     * @param at now, whole microseconds
     * @return what became of it; {@link ChangeOutcome.Unchanged} if the position stood there or beyond
     */
    ChangeOutcome move(Caller by, Move move, Position to, Instant at);

    /**
     * Moves the read position of every thread with an unread message, in whatever box and also of a past member, to the thread's last seq as of some moment
     * during this call; what arrives later stays unread. In a transaction of the host it happens whole or not at all; elsewhere a
     * storage may mark many threads in several transactions, of which some have happened if it fails. Each thread is logged
     * as with {@link Move#READ_UP_TO}.
     *
     * @param by whose positions
     * @param at now, whole microseconds
     * @return how many threads were marked
     */
    long readAll(Caller by, Instant at);
}
