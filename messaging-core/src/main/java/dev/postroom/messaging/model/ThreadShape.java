package dev.postroom.messaging.model;

/** The shapes a thread can have. All are the same thing; the shape says which rules of membership apply. */
public enum ThreadShape {
    /** The one thread of two parties, or of one with themselves. Its members never change. */
    DIRECT,
    /** A thread of any number of members, who may come and go. */
    GROUP
}
