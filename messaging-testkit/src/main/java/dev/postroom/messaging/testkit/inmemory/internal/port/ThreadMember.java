package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;

/**
 * A thread with the row of one member.
 *
 * @param thread the thread
 * @param member the member
 */
public record ThreadMember(ThreadState thread, MemberState member) {

    public BoxQuery.Place place(BoxRules boxes, Box box) {
        return new BoxQuery.Place(boxes.orderedAt(box, thread, member), thread.id);
    }

    public BoxEntry entry(Rules rules, Box box) {
        return new BoxEntry(rules.boxes().orderedAt(box, thread, member), summary(rules));
    }

    /**
     * Returns the summary of the thread. The preview is the whole text, because a preview may be longer than requested.
     */
    public ThreadSummary summary(Rules rules) {
        return new ThreadSummary(
                thread.info(),
                state(rules),
                rules.visibility().last(thread, member).map(ThreadMember::lastMessage));
    }

    public Member asMember(Rules rules) {
        return new Member(
                member.party,
                member.rights,
                member.joinedAt,
                member.leftAt,
                rules.visibility().hasSent(thread, member));
    }

    private ReaderState state(Rules rules) {
        BoxRules boxes = rules.boxes();
        long newestOrOwn = Math.max(member.newestSeq, boxes.ownSeq(thread, member));
        return new ReaderState(
                member.fromSeq + 1,
                rules.visibility().lastSeq(thread, member),
                member.readSeq,
                rules.visibility().unread(thread, member),
                member.rights,
                member.present(),
                boxes.standsIn(Box.ARCHIVED, thread, member),
                member.deletedSeq > 0 && newestOrOwn <= member.deletedSeq,
                boxes.stars(thread, member),
                member.stars.contains(0L),
                boxes.activityAt(thread, member));
    }

    private static LastMessage lastMessage(StoredMessage stored) {
        return new LastMessage(
                stored.id(),
                stored.message().position(),
                stored.message().author(),
                stored.message().sentAt(),
                stored.message().text());
    }
}
