package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import java.time.Instant;

/**
 * Sets and clears stars. A star is one party's own; setting a set one and clearing a clear one changes nothing. Past
 * members may, within their window. See {@link Storage} for what every operation promises.
 */
public interface StarStore {

    /**
     * Stars a message, or takes its star. Guards: {@link Refusal#MISSING} (also if not visible to the party). Logged:
     * {@code STARRED} or {@code UNSTARRED} with the message's seq.
     *
     * @param by whose star
     * @param message the message
     * @param starred true to set, false to clear
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome setMessage(Caller by, MessageId message, boolean starred, Instant at);

    /**
     * Stars a thread, or takes its star. Guards: {@link Refusal#MISSING}, {@link Refusal#NOT_MEMBER}, {@link
     * Refusal#FORBIDDEN} (needs {@code Right.VIEW}). Logged: {@code STARRED} or {@code UNSTARRED} with seq 0.
     *
     * @param by whose star
     * @param thread the thread
     * @param starred true to set, false to clear
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome setThread(Caller by, ThreadId thread, boolean starred, Instant at);

    /**
     * Takes the party's stars from a thread and all its messages. Guards as for {@link #setThread}. Logged: one {@code
     * UNSTARRED} for each star.
     *
     * @param by whose stars
     * @param thread the thread
     * @param at now, whole microseconds
     * @return what became of it
     */
    ChangeOutcome clear(Caller by, ThreadId thread, Instant at);
}
