package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides which operations are refused. Each method collects every guard that fails, and {@link #first} selects the one
 * to answer.
 */
public class GuardCheck {

    private final VisibilityRules visibility;

    public GuardCheck(VisibilityRules visibility) {
        this.visibility = visibility;
    }

    /**
     * Returns the guard that is checked first. The order of the checks is the order of the constants, which is the order
     * of an {@link EnumSet}.
     */
    Optional<Refusal> first(Set<Refusal> failed) {
        return failed.stream().findFirst();
    }

    public Optional<Refusal> append(TenantData data, AppendMessage command) {
        Party author = command.by().party();
        EnumSet<Refusal> failed = membership(data, command.thread(), author);
        if (failed.isEmpty()) {
            ThreadState thread = data.thread(command.thread()).orElseThrow();
            MemberState member = thread.member(author).orElseThrow();
            check(failed, Refusal.PAST_MEMBER, member.present());
            check(failed, Refusal.FORBIDDEN, maySend(member, command));
            check(failed, Refusal.CLOSED, thread.closed.isEmpty() || thread.rules.onClosed() != ClosedRule.REJECT);
            check(failed, Refusal.STALE, fresh(thread, command.expectedRevision()));
            check(failed, Refusal.BEYOND_LAST, command.seenSeq().orElse(0) <= thread.lastSeq());
            check(
                    failed,
                    Refusal.QUOTED_MISSING,
                    quotable(thread, member, command.message().quotedSeq()));
        }
        return first(failed);
    }

    /** Checks the guards of a change of a thread that come before the question whether the change has an effect. */
    public Optional<Refusal> change(
            TenantData data, Party party, ThreadId id, ThreadChange change, OptionalLong expectedRevision) {
        EnumSet<Refusal> failed = membership(data, id, party);
        if (failed.isEmpty()) {
            ThreadState thread = data.thread(id).orElseThrow();
            MemberState member = thread.member(party).orElseThrow();
            check(failed, Refusal.PAST_MEMBER, member.present());
            check(failed, Refusal.FORBIDDEN, mayChange(thread, member, change));
            check(failed, Refusal.STALE, fresh(thread, expectedRevision));
            check(failed, Refusal.WRONG_SHAPE, thread.shape != ThreadShape.DIRECT || !ofMembers(change));
        }
        return first(failed);
    }

    /** Checks the guards of an operation on a thread that affects the party alone. */
    public Optional<Refusal> personal(TenantData data, Party party, ThreadId id) {
        return first(viewing(data, id, party));
    }

    public Optional<Refusal> move(TenantData data, Party party, Move move, Position to) {
        EnumSet<Refusal> failed = viewing(data, to.threadId(), party);
        if (failed.isEmpty() && move != Move.UNARCHIVE) {
            ThreadState thread = data.thread(to.threadId()).orElseThrow();
            MemberState member = thread.member(party).orElseThrow();
            check(failed, Refusal.BEYOND_LAST, to.seq() <= visibility.windowEnd(thread, member));
        }
        return first(failed);
    }

    /** Checks the only guard of an operation on a message that affects the party alone. */
    public Optional<Refusal> message(TenantData data, Party party, MessageId id) {
        boolean visible = data.message(id)
                .flatMap(found ->
                        found.thread().member(party).filter(member -> visibility.visible(member, found.message())))
                .isPresent();
        return visible ? Optional.empty() : first(EnumSet.of(Refusal.MISSING));
    }

    public Optional<Refusal> delete(TenantData data, Party party, MessageId id, OptionalLong expectedRevision) {
        Optional<Refusal> missing = message(data, party, id);
        if (missing.isPresent()) {
            return missing;
        }
        TenantData.Found found = data.message(id).orElseThrow();
        EnumSet<Refusal> failed = EnumSet.noneOf(Refusal.class);
        check(failed, Refusal.FORBIDDEN, mayDelete(found.thread().member(party).orElseThrow(), found.message()));
        check(failed, Refusal.STALE, fresh(found.thread(), expectedRevision));
        return first(failed);
    }

    boolean maySend(MemberState member, AppendMessage command) {
        return member.rights.has(Right.SEND)
                && (command.message().visibility() == Visibility.EVERYONE || member.rights.has(Right.INTERNAL));
    }

    boolean mayChange(ThreadState thread, MemberState member, ThreadChange change) {
        boolean leaving = change instanceof ThreadChange.RemoveMembers remove
                && remove.parties().equals(List.of(member.party));
        boolean anybodys = thread.shape == ThreadShape.DIRECT && !ofMembers(change);
        return member.rights.has(Right.MANAGE) || leaving || anybodys;
    }

    boolean mayDelete(MemberState member, StoredMessage message) {
        return member.present() && (message.by(member.party) || member.rights.has(Right.MANAGE));
    }

    boolean quotable(ThreadState thread, MemberState author, OptionalLong quotedSeq) {
        return quotedSeq.isEmpty()
                || thread.message(quotedSeq.getAsLong())
                        .filter(quoted -> visibility.visible(author, quoted))
                        .isPresent();
    }

    boolean fresh(ThreadState thread, OptionalLong expectedRevision) {
        return expectedRevision.isEmpty() || expectedRevision.getAsLong() == thread.revision;
    }

    private EnumSet<Refusal> viewing(TenantData data, ThreadId id, Party party) {
        EnumSet<Refusal> failed = membership(data, id, party);
        if (failed.isEmpty()) {
            MemberState member = data.thread(id).orElseThrow().member(party).orElseThrow();
            check(failed, Refusal.FORBIDDEN, visibility.canView(member));
        }
        return failed;
    }

    private static EnumSet<Refusal> membership(TenantData data, ThreadId id, Party party) {
        Optional<ThreadState> thread = data.thread(id);
        EnumSet<Refusal> failed = EnumSet.noneOf(Refusal.class);
        check(failed, Refusal.MISSING, thread.isPresent());
        check(
                failed,
                Refusal.NOT_MEMBER,
                thread.flatMap(there -> there.member(party)).isPresent());
        return failed;
    }

    private static boolean ofMembers(ThreadChange change) {
        return change instanceof ThreadChange.AddMembers || change instanceof ThreadChange.RemoveMembers;
    }

    private static void check(Set<Refusal> failed, Refusal refusal, boolean holds) {
        if (!holds) {
            failed.add(refusal);
        }
    }
}
