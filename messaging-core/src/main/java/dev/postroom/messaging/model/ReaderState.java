package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The state of a thread for one party, its reader.
 *
 * @param firstSeq the lowest seq that the reader can see, 1 or more; above {@code lastSeq} if the reader can see
 *     nothing
 * @param lastSeq the highest seq that the reader can see, of any kind of message; 0 before the first message
 * @param readSeq the read position: all messages up to this seq are read
 * @param unread the number of unread messages
 * @param rights the rights of the reader
 * @param member true if the reader is a member now, false if it was one
 * @param archived true if the thread is in the archive
 * @param deleted true if the reader deleted the thread and no other party wrote to it since
 * @param stars the number of messages of the thread that the reader starred
 * @param threadStarred true if the reader starred the thread itself
 * @param activityAt the time by which the threads of the reader are ordered
 */
public record ReaderState(
        long firstSeq,
        long lastSeq,
        long readSeq,
        long unread,
        Rights rights,
        boolean member,
        boolean archived,
        boolean deleted,
        int stars,
        boolean threadStarred,
        Instant activityAt) {

    /** Checks that no value is null. */
    public ReaderState {
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(activityAt, "activityAt");
    }
}
