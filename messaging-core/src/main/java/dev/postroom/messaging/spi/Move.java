package dev.postroom.messaging.spi;

/** The positions a party moves in a thread of its own. All take the party's row alone and never wait for the thread. */
public enum Move {
    /**
     * Everything up to the seq is read. Never moves back: at or below the read position nothing changes. What
     * others see as read moves along. Logged: {@code READ_MOVED} with the seq.
     */
    READ_UP_TO,
    /**
     * Everything from the seq on is unread: the read position moves back to the seq before it, at least to where the
     * party's window begins. Never moves forward. What others see as read does not go back. Logged: {@code READ_MOVED}
     * with the new read position.
     */
    UNREAD_FROM,
    /**
     * The thread is archived as far as the seq: a later active message of somebody else brings it back to the inbox, also
     * one that is stored already but lies above the seq. Never moves back. Logged: {@code ARCHIVE_MOVED} with the seq.
     */
    ARCHIVE,
    /** The thread is taken out of the archive; the seq is not looked at. Logged: {@code ARCHIVE_MOVED} with 0. */
    UNARCHIVE,
    /**
     * The thread is deleted for the party as far as the seq: it stands in no box until a later active message of somebody
     * else, or a later own one for {@code Box.SENT} and {@code Box.ALL}. Everything up to the seq counts as read for the party, but not as read by
     * others (it was not seen). With
     * the rule {@code reviveWithHistory} off, the party's window begins after the seq. Never moves back. Logged: {@code
     * THREAD_DELETED} with the seq, and nothing for the read position.
     */
    DELETE
}
