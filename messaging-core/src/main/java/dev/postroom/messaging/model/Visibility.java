package dev.postroom.messaging.model;

/** Who sees a message. Decided when it is written, never changed. */
public enum Visibility {
    /** Every member. */
    EVERYONE,
    /** Members with {@link Right#INTERNAL} only: an internal note, in no count, preview or order of anybody else. */
    INTERNAL
}
