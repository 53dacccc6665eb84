package dev.postroom.messaging.model;

import java.time.Instant;
import java.util.Objects;

/**
 * What one party's own row says of a thread.
 *
 * @param firstSeq the lowest seq the reader can see, 1 or more; above {@code lastSeq} if nothing can be seen
 * @param lastSeq the highest seq the reader can see, whatever kind of message it is; 0 before the first message
 * @param readSeq everything up to here is read
 * @param unread how many messages are unread
 * @param rights what the reader may do
 * @param member whether the reader is a member now, or was one
 * @param archived whether the thread stands in the archive
 * @param deleted whether the reader deleted the thread and nobody wrote to it since
 * @param stars how many messages of the thread the reader starred
 * @param threadStarred whether the reader starred the thread itself
 * @param activityAt the time by which the thread is ordered among the reader's threads
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

    /** Checks that everything is there. */
    public ReaderState {
        Objects.requireNonNull(rights, "rights");
        Objects.requireNonNull(activityAt, "activityAt");
    }
}
