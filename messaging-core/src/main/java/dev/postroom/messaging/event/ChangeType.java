package dev.postroom.messaging.event;

/** The kinds of change in the log. The codes are stable. A minor release may add more constants. */
public enum ChangeType {
    /** A thread was created, with its first members. */
    THREAD_CREATED(1),
    /** The subject of a thread was changed. */
    THREAD_RENAMED(2),
    /** A thread was closed. */
    THREAD_CLOSED(3),
    /** A thread was opened again. */
    THREAD_REOPENED(4),
    /** A message was stored; {@code seq} is the seq of the message. */
    MESSAGE_CREATED(10),
    /** A message was deleted for everyone; {@code seq} is the seq of the message. */
    MESSAGE_DELETED(11),
    /** The {@code party} deleted a message for itself; {@code seq} is the seq of the message. */
    MESSAGE_HIDDEN(12),
    /** The {@code party} joined; {@code seq} is the seq of the last message before. */
    MEMBER_JOINED(20),
    /** The {@code party} left or was removed; {@code seq} is the seq of the last message that it can see. */
    MEMBER_LEFT(21),
    /** The read position of the {@code party} moved to {@code seq}. */
    READ_MOVED(30),
    /** The {@code party} archived the thread up to {@code seq}; 0 means that it moved the thread out of the archive. */
    ARCHIVE_MOVED(31),
    /** The {@code party} deleted the thread for itself up to {@code seq}. */
    THREAD_DELETED(32),
    /** The {@code party} starred the message at {@code seq}; 0 means the thread itself. */
    STARRED(40),
    /** The {@code party} removed the star from the message at {@code seq}; 0 means the thread itself. */
    UNSTARRED(41);

    private final int code;

    ChangeType(int code) {
        this.code = code;
    }

    /**
     * Returns the number that storages keep for this type.
     *
     * @return a positive number that never changes
     */
    public int code() {
        return code;
    }

    /**
     * Returns the type with a code.
     *
     * @param code the result of {@link #code()}
     * @return the type
     * @throws IllegalArgumentException if no type has this code
     */
    public static ChangeType of(int code) {
        for (ChangeType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no change type has the code " + code);
    }
}
