package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;

/**
 * Sets and removes stars. A star belongs to one party alone. To set a star that is set, or to remove one that is not,
 * changes nothing. Past members may change their stars within their window. {@link Storage} says what every operation
 * guarantees.
 */
public interface StarStore {

    /**
     * Sets or removes the star on a message. Guards: {@link Refusal#MISSING} (also if the party does not see the
     * message). Logged: {@code STARRED} or {@code UNSTARRED} with the seq of the message.
     *
     * @param by the party that owns the star
     * @param message the message
     * @param starred true to set the star, false to remove it
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome setMessage(Caller by, MessageId message, boolean starred, Instant at);

    /**
     * Sets or removes the star on a thread. Guards: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link
     * Refusal#FORBIDDEN} (needs {@code Right.VIEW}). Logged: {@code STARRED} or {@code UNSTARRED} with seq 0.
     *
     * @param by the party that owns the star
     * @param thread the thread
     * @param starred true to set the star, false to remove it
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome setThread(Caller by, ThreadId thread, boolean starred, Instant at);

    /**
     * Removes all stars of the party from a thread and its messages. The guards are those of {@link #setThread}.
     * Logged: one {@code UNSTARRED} for each star.
     *
     * @param by the party that owns the stars
     * @param thread the thread
     * @param at the current time, in whole microseconds
     * @return the outcome
     */
    ChangeOutcome clear(Caller by, ThreadId thread, Instant at);
}
