package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Adds a new message to its thread and updates the thread's members. */
public class AppendRules {

    private final VisibilityRules visibility;

    public AppendRules(VisibilityRules visibility) {
        this.visibility = visibility;
    }

    /** Appends a message to an existing thread. An active message gets a time after the thread's last activity. */
    public StoredMessage next(ThreadState thread, MemberState author, NewMessage given, Instant at) {
        Instant activity = thread.activityAt();
        Instant earliest = given.kind().active() ? activity.plus(1, ChronoUnit.MICROS) : activity;
        return put(thread, author, given, earliest.isAfter(at) ? earliest : at);
    }

    /** Appends a message to a thread with this time. */
    public StoredMessage put(ThreadState thread, MemberState author, NewMessage given, Instant createdAt) {
        Position position = new Position(thread.id, thread.lastSeq() + 1);
        StoredMessage message = StoredMessage.of(given, author.party, position, createdAt);
        thread.messages.add(message);
        thread.touch(message, createdAt);
        if (message.active()) {
            thread.present()
                    .filter(member -> visibility.seesVisibility(member, message))
                    .filter(member -> !member.party.equals(author.party) || becomesNewestForAuthor(thread, author))
                    .forEach(member -> member.newestSeq = message.seq());
        }
        return message;
    }

    /**
     * Tells whether the author's own message counts as its newest one. It does if the author is the only member, or
     * waits for the first answer and the thread's rule puts such threads into the inbox.
     */
    public boolean becomesNewestForAuthor(ThreadState thread, MemberState author) {
        return thread.alone(author.party) || (thread.rules.unansweredInInbox() && author.newestSeq == 0);
    }

    /** Returns how far the author has read the thread with the message it just wrote; empty if the position stays. */
    public OptionalLong readByReplying(ThreadState thread, StoredMessage reply, OptionalLong seenSeq) {
        return switch (thread.rules.replyReads()) {
            case SEEN -> seenSeq;
            case EVERYTHING_BEFORE -> OptionalLong.of(reply.seq() - 1);
            case NOTHING -> OptionalLong.empty();
        };
    }
}
