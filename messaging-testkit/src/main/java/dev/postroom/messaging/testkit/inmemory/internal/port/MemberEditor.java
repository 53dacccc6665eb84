package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Adds members to a thread and removes them. */
public class MemberEditor {

    private final Rules rules;

    MemberEditor(Rules rules) {
        this.rules = rules;
    }

    ChangeOutcome add(ThreadState thread, Caller by, ThreadChange.AddMembers change, Instant at) {
        List<NewMember> coming = change.members().stream()
                .filter(member -> !present(thread, member.party()))
                .toList();
        if (coming.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        if (thread.present().count() + coming.size() > change.limit()) {
            return new ChangeOutcome.Refused(Refusal.TOO_MANY_MEMBERS);
        }
        for (NewMember member : coming) {
            join(thread, member, at);
            rules.log().personal(thread, by, member.party(), ChangeType.MEMBER_JOINED, thread.lastSeq(), at);
        }
        return new ChangeOutcome.Changed();
    }

    ChangeOutcome remove(ThreadState thread, Caller by, ThreadChange.RemoveMembers change, Instant at) {
        List<Party> going = change.parties().stream()
                .filter(party -> present(thread, party))
                .toList();
        if (going.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        if (thread.present().count() - going.size() < thread.rules.minimumMembers()) {
            return new ChangeOutcome.Refused(Refusal.TOO_FEW_MEMBERS);
        }
        for (Party party : going) {
            leave(thread, thread.member(party).orElseThrow(), at);
            rules.log().personal(thread, by, party, ChangeType.MEMBER_LEFT, thread.lastSeq(), at);
        }
        return new ChangeOutcome.Changed();
    }

    /** Opens a new window. The receipt, archived and deleted positions and the marks of an earlier membership stay. */
    void join(ThreadState thread, NewMember given, Instant at) {
        MemberState member =
                thread.member(given.party()).orElseGet(() -> new MemberState(given.party(), given.rights(), at));
        boolean withPast = given.history() == NewMember.History.FULL;
        member.rights = given.rights();
        member.joinedAt = at;
        member.leftAt = Optional.empty();
        member.untilSeq = OptionalLong.empty();
        member.fromSeq = withPast ? cleared(thread, member) : thread.lastSeq();
        member.readSeq = thread.lastSeq();
        member.activityFrom = withPast ? 0 : thread.lastSeq();
        member.newestSeq = rules.visibility().newestForeign(thread, member).orElse(0);
        thread.add(member);
    }

    /** Closes the window. The row stays, with all its positions. */
    void leave(ThreadState thread, MemberState member, Instant at) {
        member.leftAt = Optional.of(at);
        member.untilSeq = OptionalLong.of(thread.lastSeq());
        member.rights = member.rights.past();
    }

    /** Returns the seq up to which the member has deleted the thread for good. */
    long cleared(ThreadState thread, MemberState member) {
        return thread.rules.reviveWithHistory() ? 0 : member.deletedSeq;
    }

    private static boolean present(ThreadState thread, Party party) {
        return thread.member(party).filter(MemberState::present).isPresent();
    }
}
