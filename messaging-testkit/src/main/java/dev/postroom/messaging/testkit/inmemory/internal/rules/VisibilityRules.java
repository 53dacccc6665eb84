package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Decides which messages a member sees and has read, by scanning. */
public class VisibilityRules {

    /** Tells whether the member may know the thread. */
    public boolean canView(MemberState member) {
        return member.rights.has(Right.VIEW);
    }

    public boolean seesVisibility(MemberState member, StoredMessage message) {
        return !message.internal() || member.rights.has(Right.INTERNAL);
    }

    public boolean inWindow(MemberState member, long seq) {
        return seq > member.fromSeq && seq <= member.untilSeq.orElse(Long.MAX_VALUE);
    }

    /** Tells whether the message counts for the member, even if the member has no right to read it. */
    public boolean reaches(MemberState member, StoredMessage message) {
        return inWindow(member, message.seq()) && seesVisibility(member, message);
    }

    public boolean visible(MemberState member, StoredMessage message) {
        return canView(member) && reaches(member, message);
    }

    public boolean hidden(MemberState member, StoredMessage message) {
        return member.hidden.contains(message.seq());
    }

    public boolean starred(MemberState member, StoredMessage message) {
        return member.stars.contains(message.seq());
    }

    public boolean read(MemberState member, StoredMessage message) {
        return message.by(member.party) || message.seq() <= member.readSeq;
    }

    public boolean unread(MemberState member, StoredMessage message) {
        return message.countable()
                && !message.deleted()
                && visible(member, message)
                && !hidden(member, message)
                && !read(member, message);
    }

    public long unread(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(message -> unread(member, message))
                .count();
    }

    /**
     * Returns the end of the member's window. No position moves beyond it, even if the member does not see the message
     * there.
     */
    public long windowEnd(ThreadState thread, MemberState member) {
        return Math.min(thread.lastSeq(), member.untilSeq.orElse(Long.MAX_VALUE));
    }

    /**
     * Returns the last seq up to the window's end whose visibility the member has. It may be before the window's
     * beginning.
     */
    public long lastSeq(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(message -> message.seq() <= windowEnd(thread, member) && seesVisibility(member, message))
                .mapToLong(StoredMessage::seq)
                .max()
                .orElse(0);
    }

    /** Returns the message of the preview. */
    public Optional<StoredMessage> last(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(message -> message.previewable() && !message.deleted())
                .filter(message -> visible(member, message) && !hidden(member, message))
                .max(Comparator.comparingLong(StoredMessage::seq));
    }

    /** Returns the messages from one seq to another, both inclusive, as a page shows them. */
    public Stream<MessageView> page(ThreadState thread, MemberState member, long fromSeq, long toSeq) {
        return thread.messages.stream()
                .filter(message -> message.seq() >= fromSeq && message.seq() <= toSeq)
                .filter(message -> visible(member, message) && !hidden(member, message))
                .map(message -> view(member, message));
    }

    public MessageView view(MemberState member, StoredMessage message) {
        return new MessageView(
                message.message(), read(member, message), starred(member, message), hidden(member, message));
    }

    /** Returns the newest active message of another party that counts for the member now. */
    public OptionalLong newestForeign(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .filter(message -> message.active() && !message.by(member.party))
                .filter(message -> reaches(member, message))
                .mapToLong(StoredMessage::seq)
                .max();
    }

    /** Tells whether the member wrote a message that counts for everyone, even if it was deleted since. */
    public boolean hasSent(ThreadState thread, MemberState member) {
        return thread.messages.stream()
                .anyMatch(message -> message.countable() && !message.internal() && message.by(member.party));
    }
}
