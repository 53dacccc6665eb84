package dev.postroom.messaging.model;

/** What becomes of a message to a closed thread. Resolved into the thread when it is created. */
public enum ClosedRule {
    /** Refused with {@link ClosedException}. The default. */
    REJECT,
    /** Accepted, and the thread is open again. */
    REOPEN,
    /** Accepted; the thread stays closed. */
    ACCEPT
}
