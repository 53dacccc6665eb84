package dev.postroom.messaging.model;

/** The shapes of a thread. The shape decides which rules of membership apply. */
public enum ThreadShape {
    /** The one thread of two parties, or of one party with itself. Its members never change. */
    DIRECT,
    /** A thread of any number of members, who may join and leave. */
    GROUP
}
