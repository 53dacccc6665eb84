package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lets members come and go, under the thread's lock and in as many statements for many as for one. */
public final class MemberChanges {

    private final Session session;
    private final Params params;
    private final ThreadRow thread;
    private final FanOut fanOut;

    MemberChanges(Session session, Params params, ThreadRow thread, FanOut fanOut) {
        this.session = session;
        this.params = params;
        this.thread = thread;
        this.fanOut = fanOut;
    }

    ChangeOutcome add(ThreadChange.AddMembers change) {
        Map<Party, Boolean> known =
                known(change.members().stream().map(NewMember::party).toList());
        List<NewMember> coming = change.members().stream()
                .filter(member -> !known.getOrDefault(member.party(), false))
                .toList();
        if (coming.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        if (thread.memberCount() + coming.size() > change.limit()) {
            return new ChangeOutcome.Refused(Refusal.TOO_MANY_MEMBERS);
        }
        boolean large = recounted(coming.size());
        List<Party> parties = coming.stream().map(NewMember::party).toList();
        boolean told = session.expectEach(
                MembershipSql.JOIN,
                coming.stream()
                        .filter(member -> !known.containsKey(member.party()))
                        .map(member -> joining(member, large))
                        .toList());
        told &= session.expectEach(
                MembershipSql.JOIN_AGAIN,
                coming.stream()
                        .filter(member -> known.containsKey(member.party()))
                        .map(member -> joining(member, large))
                        .toList());
        expectActive(told, parties, true);
        resize(large, thread.memberCount());
        log(ChangeType.MEMBER_JOINED, parties);
        return new ChangeOutcome.Changed();
    }

    ChangeOutcome remove(ThreadChange.RemoveMembers change) {
        Map<Party, Boolean> known = known(change.parties());
        List<Party> going = change.parties().stream()
                .filter(party -> known.getOrDefault(party, false))
                .toList();
        if (going.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        if (thread.memberCount() - going.size() < thread.minimumMembers()) {
            return new ChangeOutcome.Refused(Refusal.TOO_FEW_MEMBERS);
        }
        boolean large = recounted(-going.size());
        boolean told = session.expectEach(
                MembershipSql.LEAVE,
                going.stream().map(party -> numbers().with("member", party)).toList());
        expectActive(told, going, false);
        resize(large, thread.memberCount() - going.size());
        log(ChangeType.MEMBER_LEFT, going);
        return new ChangeOutcome.Changed();
    }

    /** Looks whether all of them are members now, or none is, where the row counts have not told. */
    private void expectActive(boolean told, List<Party> parties, boolean active) {
        if (!told) {
            Map<Party, Boolean> known = known(parties);
            if (!parties.stream().allMatch(party -> active == known.getOrDefault(party, !active))) {
                throw Failures.brokenOff();
            }
        }
    }

    /** Counts the members anew; answers whether there are so many now that the thread is large. */
    private boolean recounted(int change) {
        boolean large = fanOut.isLarge(thread.large(), thread.memberCount() + change);
        session.expect(
                1, ThreadSql.RECOUNT, params.copy().with("change", change).with("large", large));
        return large;
    }

    /** Rewrites the rows of those who stay members once, if the thread became large or is small again. */
    private void resize(boolean large, int staying) {
        if (large != thread.large()) {
            session.expect(staying, large ? MembershipSql.GROWN : MembershipSql.SHRUNK, numbers());
        }
    }

    /** Which of the parties have a row, and whether they are members now. */
    private Map<Party, Boolean> known(Collection<Party> parties) {
        Map<Party, Boolean> known = new HashMap<>();
        int rows = session.list(ThreadSql.NAMED, params.copy().parties(parties), row -> {
                    if (row.has("active")) {
                        known.put(row.party("party"), row.flag("active"));
                    }
                    return row;
                })
                .size();
        if (rows != parties.size()) {
            throw Failures.brokenOff();
        }
        return known;
    }

    private Params joining(NewMember member, boolean large) {
        return numbers()
                .with("large", large)
                .with("member", member.party())
                .with("rights", member.rights().bits())
                .with("internal", member.rights().has(Right.INTERNAL))
                .with("full", member.history() == NewMember.History.FULL);
    }

    private Params numbers() {
        return params.copy().and(thread.numbers());
    }

    private void log(ChangeType type, List<Party> parties) {
        Params row = params.copy().with("type", Codes.CHANGE.of(type)).with("seq", thread.lastSeq());
        session.expectEach(
                LogSql.ROW,
                parties.stream().map(party -> row.copy().with("whose", party)).toList());
    }
}
