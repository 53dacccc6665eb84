package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.message.Guards;
import dev.postroom.messaging.jdbc.internal.message.MemberRights;
import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.ThreadChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Changes a thread under its lock; what changed while it waited is judged, for all is read after the lock. */
public final class Changing {

    private final Party party;
    private final ThreadChange change;
    private final OptionalLong expectedRevision;
    private final FanOut fanOut;
    private final Params params;

    Changing(
            Caller by, ThreadId thread, ThreadChange change, OptionalLong expectedRevision, FanOut fanOut, Instant at) {
        this.party = by.party();
        this.change = change;
        this.expectedRevision = expectedRevision;
        this.fanOut = fanOut;
        params = Params.of(by).with("thread", thread).with("at", at);
    }

    ChangeOutcome run(Session session) {
        Optional<ThreadRow> thread = session.first(ThreadSql.LOCK, params, ThreadRow::of);
        Optional<MemberRights> member =
                thread.isEmpty() ? Optional.empty() : session.first(ThreadSql.MEMBER, params, MemberRights::of);
        Optional<Refusal> refusal = failed(thread, member).stream().findFirst();
        ChangeOutcome outcome =
                refusal.isPresent() ? new ChangeOutcome.Refused(refusal.get()) : apply(session, thread.orElseThrow());
        if (!(outcome instanceof ChangeOutcome.Changed)) {
            session.undo();
        }
        return outcome;
    }

    private Set<Refusal> failed(Optional<ThreadRow> thread, Optional<MemberRights> member) {
        EnumSet<Refusal> failed = EnumSet.noneOf(Refusal.class);
        Guards.check(failed, Refusal.MISSING, thread.isPresent());
        Guards.check(failed, Refusal.NOT_MEMBER, member.isPresent());
        if (failed.isEmpty()) {
            Guards.check(failed, Refusal.PAST_MEMBER, member.get().active());
            Guards.check(failed, Refusal.FORBIDDEN, may(thread.get(), member.get()));
            Guards.check(
                    failed,
                    Refusal.STALE,
                    Guards.isCurrent(expectedRevision, thread.get().revision()));
            Guards.check(failed, Refusal.WRONG_SHAPE, thread.get().shape() != ThreadShape.DIRECT || !changesMembers());
        }
        return failed;
    }

    private boolean may(ThreadRow thread, MemberRights member) {
        boolean leaves = change instanceof ThreadChange.RemoveMembers remove
                && remove.parties().equals(List.of(party));
        boolean anybodys = thread.shape() == ThreadShape.DIRECT && !changesMembers();
        return leaves || anybodys || member.may(Right.MANAGE);
    }

    private boolean changesMembers() {
        return change instanceof ThreadChange.AddMembers || change instanceof ThreadChange.RemoveMembers;
    }

    private ChangeOutcome apply(Session session, ThreadRow thread) {
        if (change instanceof ThreadChange.Rename rename) {
            return logged(
                    session,
                    thread,
                    !thread.subject().equals(rename.subject()),
                    ThreadSql.RENAME,
                    params.with("subject", rename.subject()),
                    ChangeType.THREAD_RENAMED);
        } else if (change instanceof ThreadChange.Close) {
            return logged(session, thread, !thread.closed(), ThreadSql.CLOSE, params, ChangeType.THREAD_CLOSED);
        } else if (change instanceof ThreadChange.Reopen) {
            return logged(session, thread, thread.closed(), ThreadSql.REOPEN, params, ChangeType.THREAD_REOPENED);
        } else if (change instanceof ThreadChange.AddMembers add) {
            return new MemberChanges(session, params, thread, fanOut).add(add);
        } else if (change instanceof ThreadChange.RemoveMembers remove) {
            return new MemberChanges(session, params, thread, fanOut).remove(remove);
        }
        throw Failures.fault("no way to make a change of " + change.getClass());
    }

    private static ChangeOutcome logged(
            Session session, ThreadRow thread, boolean changes, String text, Params params, ChangeType type) {
        if (!changes) {
            return new ChangeOutcome.Unchanged();
        }
        session.expect(1, text, params);
        session.expect(
                1,
                LogSql.ROW,
                params.copy()
                        .with("type", Codes.CHANGE.of(type))
                        .with("seq", thread.lastSeq())
                        .with("whose", null));
        return new ChangeOutcome.Changed();
    }
}
