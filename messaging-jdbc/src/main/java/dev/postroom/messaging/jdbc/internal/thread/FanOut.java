package dev.postroom.messaging.jdbc.internal.thread;

/**
 * When a thread is large. Looked at only when its members change: otherwise the thread's row says whether it is, so nodes
 * with different limits agree.
 *
 * @param limit the most members of a thread that becomes large with the next one
 */
public record FanOut(int limit) {

    boolean isLarge(int members) {
        return members > limit;
    }

    /** A large one stays large for longer, so that who comes and goes at the limit does not rewrite all rows each time. */
    boolean isLarge(boolean before, int members) {
        return before ? members > limit / 2 : isLarge(members);
    }
}
