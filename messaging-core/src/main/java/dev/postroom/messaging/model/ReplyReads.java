package dev.postroom.messaging.model;

/** The rule that says how far a reply marks its thread as read for the sender. */
public enum ReplyReads {
    /**
     * The reply marks the thread up to the seq that its author says to have seen; if it says none, nothing is marked.
     * This is the default.
     */
    SEEN,
    /** The reply marks all messages before it, also those that arrived in the meantime and were not seen. */
    EVERYTHING_BEFORE,
    /** The reply marks nothing. */
    NOTHING
}
