package dev.postroom.messaging.model;

/** The boxes of a mailbox. Where a thread stands is computed from its reader's positions, never stored as a flag. */
public enum Box {
    /**
     * Threads somebody else wrote to since the reader last archived or deleted them, latest activity first. A thread one
     * started stands here once it is answered (unless {@link ThreadRules#unansweredInInbox()}), a thread with oneself
     * always.
     */
    INBOX,
    /** Threads the reader wrote to and has not deleted since, by the time of the reader's own last message. */
    SENT,
    /** Threads of which the reader starred a message or the thread itself, without deleted ones, latest activity first. */
    STARRED,
    /** Threads the reader archived and nobody else wrote to since, latest activity first. */
    ARCHIVED,
    /** Every thread with a message the reader can see, without deleted ones, latest activity first. */
    ALL
}
