package dev.postroom.messaging.model;

/** The rights of a member in a thread. */
public enum Right {
    /** The right to see the thread and its messages. */
    VIEW(1),
    /** The right to send messages. */
    SEND(2),
    /** The right to be notified of new messages. */
    NOTIFY(4),
    /**
     * The right to rename, close and reopen the thread, to add and remove members, and to delete messages of other
     * parties.
     */
    MANAGE(8),
    /** The right to see internal notes. */
    INTERNAL(16);

    private final int bit;

    Right(int bit) {
        this.bit = bit;
    }

    /**
     * Returns the bit for this right in {@link Rights#bits()}.
     *
     * @return a power of two that never changes
     */
    public int bit() {
        return bit;
    }
}
