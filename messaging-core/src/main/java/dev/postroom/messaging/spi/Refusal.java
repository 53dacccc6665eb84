package dev.postroom.messaging.spi;

/**
 * The reasons why an operation is refused. Guards are checked in the order of the constants: if several fail, the
 * answer is the first of them. Whether a client key was used before is checked before all guards.
 */
public enum Refusal {
    /** The thread or message does not exist in this tenant, or the message is not visible to the party. */
    MISSING,
    /** The party never was a member of the thread. */
    NOT_MEMBER,
    /** The party is no longer a member, and the operation is for members. */
    PAST_MEMBER,
    /** The party lacks the right that the operation needs. */
    FORBIDDEN,
    /** The thread is closed and its rule refuses messages. */
    CLOSED,
    /** The thread's revision is not the expected one. */
    STALE,
    /** The operation does not apply to threads of this shape: the members of a direct thread never change. */
    WRONG_SHAPE,
    /** The position is above the last seq of the thread; for a past member, above the last seq before it left. */
    BEYOND_LAST,
    /** The quoted message does not exist, or is not visible to the author. */
    QUOTED_MISSING,
    /** Fewer members would remain than the rule of the thread allows. */
    TOO_FEW_MEMBERS,
    /** The thread would have more members than are allowed. */
    TOO_MANY_MEMBERS
}
