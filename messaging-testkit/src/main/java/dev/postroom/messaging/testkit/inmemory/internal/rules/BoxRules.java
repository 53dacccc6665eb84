package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Decides in which boxes threads are, and in which order. */
public class BoxRules {

    /** Compares ids as unsigned 128-bit numbers; {@link java.util.UUID#compareTo} compares them as signed ones. */
    public static final Comparator<ThreadId> BY_ID = Comparator.<ThreadId, Long>comparing(
                    id -> id.value().getMostSignificantBits(), Long::compareUnsigned)
            .thenComparing(id -> id.value().getLeastSignificantBits(), Long::compareUnsigned);

    private final VisibilityRules visibility;

    public BoxRules(VisibilityRules visibility) {
        this.visibility = visibility;
    }

    /** Returns the order of a box: by time and then by id, both descending. */
    public Comparator<BoxQuery.Place> order() {
        return Comparator.comparing(BoxQuery.Place::at)
                .thenComparing(BoxQuery.Place::thread, BY_ID)
                .reversed();
    }

    public boolean standsIn(Box box, ThreadState thread, MemberState member) {
        if (!visibility.canView(member)) {
            return false;
        }
        return switch (box) {
            case INBOX -> member.present() && lives(member) && !archived(member);
            case ARCHIVED -> member.present() && lives(member) && archived(member);
            case SENT -> member.present() && ownSeq(thread, member) > member.deletedSeq;
            case STARRED -> member.present() && standsIn(Box.ALL, thread, member) && hasStar(thread, member);
            case ALL -> lives(member) || ownSeq(thread, member) > member.deletedSeq;
        };
    }

    public boolean passes(BoxQuery.Filter filter, ThreadState thread, MemberState member) {
        return switch (filter) {
            case ANY -> true;
            case UNREAD -> visibility.unread(thread, member) > 0;
            case READ -> visibility.unread(thread, member) == 0;
        };
    }

    public Instant orderedAt(Box box, ThreadState thread, MemberState member) {
        return box == Box.SENT ? own(thread, member).orElseThrow().createdAt() : activityAt(thread, member);
    }

    /**
     * Returns the time of the activity for the member. Before the first active message that the member sees, it is the
     * time of the thread's creation.
     */
    public Instant activityAt(ThreadState thread, MemberState member) {
        return activity(thread, member).orElse(thread.createdAt);
    }

    /** Returns the time of the last active message since the member joined whose visibility the member has. */
    public Optional<Instant> activity(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(StoredMessage::active)
                .filter(message ->
                        message.seq() > member.activityFrom && message.seq() <= member.untilSeq.orElse(Long.MAX_VALUE))
                .filter(message -> visibility.seesVisibility(member, message))
                .max(Comparator.comparingLong(StoredMessage::seq))
                .map(StoredMessage::createdAt);
    }

    /** Returns the member's own newest active message, in whichever of its memberships it wrote the message. */
    public Optional<StoredMessage> own(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(message -> message.active() && message.by(member.party))
                .max(Comparator.comparingLong(StoredMessage::seq));
    }

    public long ownSeq(ThreadState thread, MemberState member) {
        return own(thread, member).map(StoredMessage::seq).orElse(0L);
    }

    public boolean hasStar(ThreadState thread, MemberState member) {
        return member.stars.contains(0L) || stars(thread, member) > 0;
    }

    /** Returns the number of messages with a star of the member that it can see. */
    public int stars(ThreadState thread, MemberState member) {
        return (int) thread.messages.stream()
                .filter(message -> visibility.starred(member, message) && visibility.visible(member, message))
                .count();
    }

    private static boolean lives(MemberState member) {
        return member.newestSeq > member.deletedSeq;
    }

    private static boolean archived(MemberState member) {
        return member.newestSeq <= member.archivedSeq;
    }
}
