package dev.postroom.messaging.model;

/** What a member may do in a thread. */
public enum Right {
    /** See the thread and its messages. */
    VIEW(1),
    /** Write messages. */
    SEND(2),
    /** Be notified of new messages. */
    NOTIFY(4),
    /** Rename, close, reopen, add and remove members, delete other people's messages. */
    MANAGE(8),
    /** See internal notes. */
    INTERNAL(16);

    private final int bit;

    Right(int bit) {
        this.bit = bit;
    }

    /**
     * Answers the bit that stands for this right in {@link Rights#bits()}.
     *
     * @return a power of two, never changed
     */
    public int bit() {
        return bit;
    }
}
