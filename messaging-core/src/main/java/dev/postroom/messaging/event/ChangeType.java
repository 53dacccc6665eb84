package dev.postroom.messaging.event;

/** The kinds of change in the log. Codes are stable; new ones may be added in a minor release. */
public enum ChangeType {
    /** A thread was created, with its first members. */
    THREAD_CREATED(1),
    /** A thread got another subject. */
    THREAD_RENAMED(2),
    /** A thread was closed. */
    THREAD_CLOSED(3),
    /** A thread was opened again. */
    THREAD_REOPENED(4),
    /** A message was stored; {@code seq} is its own. */
    MESSAGE_CREATED(10),
    /** A message was deleted for everyone; {@code seq} is its own. */
    MESSAGE_DELETED(11),
    /** {@code party} deleted a message for itself; {@code seq} is the message's. */
    MESSAGE_HIDDEN(12),
    /** {@code party} joined; {@code seq} is the last message before. */
    MEMBER_JOINED(20),
    /** {@code party} left or was removed; {@code seq} is the last message it can see. */
    MEMBER_LEFT(21),
    /** {@code party}'s read position is now {@code seq}. */
    READ_MOVED(30),
    /** {@code party} archived the thread up to {@code seq}; 0 means taken out of the archive. */
    ARCHIVE_MOVED(31),
    /** {@code party} deleted the thread for itself up to {@code seq}. */
    THREAD_DELETED(32),
    /** {@code party} starred the message at {@code seq}; 0 means the thread itself. */
    STARRED(40),
    /** {@code party} took the star from the message at {@code seq}; 0 means from the thread itself. */
    UNSTARRED(41);

    private final int code;

    ChangeType(int code) {
        this.code = code;
    }

    /**
     * Answers the number that stands for this type in storages.
     *
     * @return a positive number, never changed
     */
    public int code() {
        return code;
    }

    /**
     * Answers the type of a code.
     *
     * @param code as {@link #code()} gave it
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
