package dev.postroom.messaging.spi;

/**
 * Why an operation was refused. The order of the constants is the order in which guards are judged: of several that
 * fail, the first one here is the answer. (Whether a client key was used before is judged ahead of all of them.)
 */
public enum Refusal {
    /** No such thread or message in this tenant; for a message also: not visible to the party. */
    MISSING,
    /** The party never was a member of the thread. */
    NOT_MEMBER,
    /** The party was a member and is none now, and the operation is for members. */
    PAST_MEMBER,
    /** The party lacks the right that the operation needs. */
    FORBIDDEN,
    /** The thread is closed and its rule refuses messages. */
    CLOSED,
    /** The thread's revision is not the expected one. */
    STALE,
    /** Not with a thread of this shape: the members of a direct thread never change. */
    WRONG_SHAPE,
    /** A position above the thread's last seq, or for a past member above the last one before it left. */
    BEYOND_LAST,
    /** The quoted message does not exist or is not visible to the author. */
    QUOTED_MISSING,
    /** Fewer members would remain than the thread's rule allows. */
    TOO_FEW_MEMBERS,
    /** The thread would have more members than allowed. */
    TOO_MANY_MEMBERS
}
