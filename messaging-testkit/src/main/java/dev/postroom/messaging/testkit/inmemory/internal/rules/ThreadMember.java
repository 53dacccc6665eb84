package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.LastMessage;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.ReaderState;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
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

    public BoxQuery.Place place(BoxRules placing, Box box) {
        return new BoxQuery.Place(placing.orderedAt(box, thread, member), thread.id);
    }

    public BoxEntry entry(Rules rules, Box box) {
        return new BoxEntry(rules.placing().orderedAt(box, thread, member), summary(rules));
    }

    /** The preview is the whole text: longer than asked for is allowed. */
    public ThreadSummary summary(Rules rules) {
        return new ThreadSummary(
                thread.info(), state(rules), rules.sight().last(thread, member).map(ThreadMember::lastMessage));
    }

    public Member asMember(Rules rules) {
        return new Member(
                member.party,
                member.rights,
                member.joinedAt,
                member.leftAt,
                rules.sight().hasSent(thread, member));
    }

    private ReaderState state(Rules rules) {
        BoxRules placing = rules.placing();
        long newestOrOwn = Math.max(member.newestSeq, placing.ownSeq(thread, member));
        return new ReaderState(
                member.fromSeq + 1,
                rules.sight().lastSeq(thread, member),
                member.readSeq,
                rules.sight().unread(thread, member),
                member.rights,
                member.present(),
                placing.standsIn(Box.ARCHIVED, thread, member),
                member.deletedSeq > 0 && newestOrOwn <= member.deletedSeq,
                placing.stars(thread, member),
                member.stars.contains(0L),
                placing.activityAt(thread, member));
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
