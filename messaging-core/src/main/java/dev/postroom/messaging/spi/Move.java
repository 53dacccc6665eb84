package dev.postroom.messaging.spi;

/**
 * The moves of a party's own positions in a thread. All of them lock the row of the party alone, and never wait for a
 * lock on the thread.
 */
public enum Move {
    /**
     * Marks all messages up to the seq as read. The read position never moves back: a seq at or below it changes
     * nothing. What others see as read moves too. Logged: {@code READ_MOVED} with the seq.
     */
    READ_UP_TO,
    /**
     * Marks all messages from the seq on as unread. The read position moves back to the seq before, but not further
     * than the beginning of the party's window. It never moves forward. What others see as read does not move back.
     * Logged: {@code READ_MOVED} with the new read position.
     */
    UNREAD_FROM,
    /**
     * Archives the thread up to the seq. A later active message of another party brings the thread back to the inbox,
     * also a message that is stored already but has a higher seq. The archive position never moves back. Logged: {@code
     * ARCHIVE_MOVED} with the seq.
     */
    ARCHIVE,
    /** Moves the thread out of the archive. The seq is ignored. Logged: {@code ARCHIVE_MOVED} with 0. */
    UNARCHIVE,
    /**
     * Deletes the thread for the party up to the seq. The thread is then in no box until a later active message of
     * another party; for {@code Box.SENT} and {@code Box.ALL}, also until a later message of the party itself. All
     * messages up to the seq count as read for the party, but others do not see them as read, because the party has not
     * seen them. If the rule {@code reviveWithHistory} is off, the party's window begins after the seq. The delete
     * position never moves back. Logged: {@code THREAD_DELETED} with the seq, and nothing for the read position.
     */
    DELETE
}
