package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** What a new message does to its thread and to the thread's members. */
public class Arrival {

    private final VisibilityRules sight;

    public Arrival(VisibilityRules sight) {
        this.sight = sight;
    }

    /** Puts a message at the end of an existing thread; an active one comes after the thread's activity. */
    public StoredMessage next(ThreadState thread, MemberState author, NewMessage given, Instant at) {
        Instant activity = thread.activityAt();
        Instant earliest = given.kind().active() ? activity.plus(1, ChronoUnit.MICROS) : activity;
        return put(thread, author, given, earliest.isAfter(at) ? earliest : at);
    }

    /** Puts a message at the end of a thread as of a time. */
    public StoredMessage put(ThreadState thread, MemberState author, NewMessage given, Instant createdAt) {
        Position position = new Position(thread.id, thread.lastSeq() + 1);
        StoredMessage message = StoredMessage.of(given, author.party, position, createdAt);
        thread.messages.add(message);
        thread.touch(message, createdAt);
        if (message.active()) {
            thread.present()
                    .filter(member -> sight.seesVisibility(member, message))
                    .filter(member -> !member.party.equals(author.party) || becomesNewestForAuthor(thread, author))
                    .forEach(member -> member.newestSeq = message.seq());
        }
        return message;
    }

    /** An own message is as one of somebody else's only to who is alone, or who waits for the first answer. */
    public boolean becomesNewestForAuthor(ThreadState thread, MemberState author) {
        return thread.alone(author.party) || (thread.rules.unansweredInInbox() && author.newestSeq == 0);
    }

    /** How far the author has read the thread with the message it just wrote; empty to leave it. */
    public OptionalLong readByReplying(ThreadState thread, StoredMessage reply, OptionalLong seenSeq) {
        return switch (thread.rules.replyReads()) {
            case SEEN -> seenSeq;
            case EVERYTHING_BEFORE -> OptionalLong.of(reply.seq() - 1);
            case NOTHING -> OptionalLong.empty();
        };
    }
}
