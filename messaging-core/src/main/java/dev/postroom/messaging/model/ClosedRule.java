package dev.postroom.messaging.model;

/** The rule for messages to a closed thread. A thread keeps the rule it was created with. */
public enum ClosedRule {
    /** The message is refused with {@link ClosedException}. This is the default. */
    REJECT,
    /** The message is stored, and the thread is opened. */
    REOPEN,
    /** The message is stored, and the thread stays closed. */
    ACCEPT
}
