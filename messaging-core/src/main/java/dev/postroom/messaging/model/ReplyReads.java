package dev.postroom.messaging.model;

/** How far a reply marks its own thread read for the sender. */
public enum ReplyReads {
    /** Up to the seq that the reply says its author has seen; not at all if it says none. The default. */
    SEEN,
    /** Everything before the reply, also what arrived unseen in the meantime. */
    EVERYTHING_BEFORE,
    /** Not at all. */
    NOTHING
}
