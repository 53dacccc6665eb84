package dev.postroom.messaging.model;

/** The members that see a message. This is set when the message is written, and never changes. */
public enum Visibility {
    /** All members see the message. */
    EVERYONE,
    /**
     * Only members with {@link Right#INTERNAL} see the message. It is an internal note: no count, preview or order of
     * any other member depends on it.
     */
    INTERNAL
}
