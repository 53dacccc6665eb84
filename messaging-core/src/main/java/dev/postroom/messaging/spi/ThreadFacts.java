package dev.postroom.messaging.spi;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All there is of one thread, without texts.
 *
 * @param ref which
 * @param info what is the same for everybody
 * @param rulesUnanswered the rule {@code unansweredInInbox} of the thread
 * @param lastSeq the seq of the last message as the storage keeps it; 0 without any
 * @param lastForEveryone the seq of the last previewable message for everyone that is not deleted, as the storage keeps
 *     or finds it; 0 without any
 * @param lastForInternal the same with internal notes
 * @param activityAt the time of the last active message, or of the thread's creation before the first
 * @param messages every message, ascending by seq
 * @param members every row of a member, present or past
 * @param keys the client keys that name a message of this thread, with the message they name
 * @param log the thread's changes, in the order they took effect
 */
public record ThreadFacts(
        Inspection.Ref ref,
        ThreadInfo info,
        boolean rulesUnanswered,
        long lastSeq,
        long lastForEveryone,
        long lastForInternal,
        Instant activityAt,
        List<MessageFact> messages,
        List<MemberFact> members,
        Map<String, MessageId> keys,
        List<Change> log) {

    /**
     * A message without its text.
     *
     * @param id its id
     * @param seq its seq
     * @param author its author
     * @param visibility who sees it
     * @param countable whether it can be unread
     * @param active whether it moved its thread
     * @param previewable whether it can be shown as the last one
     * @param deleted whether it is a tombstone
     * @param textEmpty whether no text is stored
     * @param createdAt when it was stored
     */
    public record MessageFact(
            MessageId id,
            long seq,
            Party author,
            Visibility visibility,
            boolean countable,
            boolean active,
            boolean previewable,
            boolean deleted,
            boolean textEmpty,
            Instant createdAt) {}

    /**
     * A member's row.
     *
     * @param party who
     * @param active whether a member now
     * @param rights what the member may do
     * @param fromSeq nothing up to here is seen
     * @param untilSeq nothing above is seen; empty for a member now
     * @param readSeq everything up to here is read
     * @param receiptSeq how far others see the member to have read: the highest seq it was moved to by reading or replying,
     *     not by joining or deleting
     * @param newestSeq see {@link BoxStore}
     * @param ownSeq see {@link BoxStore}
     * @param deletedSeq deleted as far as here
     * @param archivedSeq archived as far as here
     * @param activityAt by which the thread is ordered for the member; empty before the first active message it sees
     * @param unread what the storage answers as unread
     * @param stars the seqs with a star, 0 for the thread itself
     * @param hidden the seqs deleted by the member for itself
     */
    public record MemberFact(
            Party party,
            boolean active,
            Rights rights,
            long fromSeq,
            Optional<Long> untilSeq,
            long readSeq,
            long receiptSeq,
            long newestSeq,
            long ownSeq,
            long deletedSeq,
            long archivedSeq,
            Optional<Instant> activityAt,
            long unread,
            Set<Long> stars,
            Set<Long> hidden) {}
}
