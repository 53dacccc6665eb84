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
 * The facts that are stored of a thread, without texts.
 *
 * @param ref the thread and its tenant
 * @param info the facts that are the same for every party
 * @param rulesUnanswered the rule {@code unansweredInInbox} of the thread
 * @param lastSeq the seq of the last message as the storage keeps it; 0 if there is none
 * @param lastForEveryone the seq of the last previewable message for everyone that is not deleted, as the storage keeps
 *     or computes it; 0 if there is none
 * @param lastForInternal the same, with internal notes included
 * @param activityAt the time of the last active message; before the first one, the time at which the thread was created
 * @param messages all messages, ascending by seq
 * @param members the rows of all members, present or past
 * @param keys the client keys that name a message of this thread, each with its message
 * @param log the changes of the thread, in the order in which they took effect
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
     * @param id the id
     * @param seq the seq
     * @param author the author
     * @param visibility the members that see the message
     * @param countable true if it can be unread
     * @param active true if it moved its thread
     * @param previewable true if it can be shown as the last message
     * @param deleted true if it is a tombstone
     * @param textEmpty true if no text is stored
     * @param createdAt the time at which it was stored
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
     * The row of a member.
     *
     * @param party the party
     * @param active true if it is a member now
     * @param rights the rights of the member
     * @param fromSeq the member sees no message up to this seq
     * @param untilSeq the member sees no message above this seq; empty for a present member
     * @param readSeq the read position: all messages up to this seq are read
     * @param receiptSeq how far others see the member to have read: the highest seq that reading or replying moved it
     *     to; joining and deleting do not move it
     * @param newestSeq see {@link BoxStore}
     * @param ownSeq see {@link BoxStore}
     * @param deletedSeq the thread is deleted up to this seq
     * @param archivedSeq the thread is archived up to this seq
     * @param activityAt the time by which the thread is ordered for the member; empty before the first active message
     *     that it sees
     * @param unread the number of unread messages that the storage returns
     * @param stars the seqs with a star; 0 is the thread itself
     * @param hidden the seqs that the member deleted for itself
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
