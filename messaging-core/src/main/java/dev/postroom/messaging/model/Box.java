package dev.postroom.messaging.model;

/**
 * The boxes of a mailbox. The boxes of a thread are computed from the positions of its reader, and are never stored as
 * flags.
 */
public enum Box {
    /**
     * Threads that another party wrote to since the reader last archived or deleted them, latest activity first. A
     * thread that the reader started is here once another party has answered, or at once with {@link
     * ThreadRules#unansweredInInbox()}. A thread of the reader with itself is always here.
     */
    INBOX,
    /**
     * Threads that the reader wrote to and has not deleted since, ordered by the time of the last message of the
     * reader, latest first.
     */
    SENT,
    /**
     * Threads that the reader starred, or in which it starred a message, without deleted threads, latest activity
     * first.
     */
    STARRED,
    /** Threads that the reader archived and no other party wrote to since, latest activity first. */
    ARCHIVED,
    /** All threads with a message that the reader can see, without deleted threads, latest activity first. */
    ALL
}
