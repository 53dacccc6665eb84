package dev.postroom.messaging.event;

/** The kinds of change in the log. A minor release may add more constants. */
public enum ChangeType {
    /** A thread was created, with its first members. */
    THREAD_CREATED,
    /** The subject of a thread was changed. */
    THREAD_RENAMED,
    /** A thread was closed. */
    THREAD_CLOSED,
    /** A thread was opened again. */
    THREAD_REOPENED,
    /** A message was stored; {@code seq} is the seq of the message. */
    MESSAGE_CREATED,
    /** A message was deleted for everyone; {@code seq} is the seq of the message. */
    MESSAGE_DELETED,
    /** The {@code party} deleted a message for itself; {@code seq} is the seq of the message. */
    MESSAGE_HIDDEN,
    /** The {@code party} joined; {@code seq} is the seq of the last message before. */
    MEMBER_JOINED,
    /** The {@code party} left or was removed; {@code seq} is the seq of the last message that it can see. */
    MEMBER_LEFT,
    /** The read position of the {@code party} moved to {@code seq}. */
    READ_MOVED,
    /** The {@code party} archived the thread up to {@code seq}; 0 means that it moved the thread out of the archive. */
    ARCHIVE_MOVED,
    /** The {@code party} deleted the thread for itself up to {@code seq}. */
    THREAD_DELETED,
    /** The {@code party} starred the message at {@code seq}; 0 means the thread itself. */
    STARRED,
    /** The {@code party} removed the star from the message at {@code seq}; 0 means the thread itself. */
    UNSTARRED
}
