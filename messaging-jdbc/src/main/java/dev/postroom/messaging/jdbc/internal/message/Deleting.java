package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Micros;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Deletes a message for everyone, under its thread's lock. */
public final class Deleting {

    private final Party party;
    private final OptionalLong expectedRevision;
    private final Instant at;
    private final Params params;

    Deleting(Caller by, MessageId message, OptionalLong expectedRevision, Instant at) {
        this.party = by.party();
        this.expectedRevision = expectedRevision;
        this.at = at;
        params = Params.of(by)
                .with("message", message)
                .with("at", at)
                .with("type", Codes.CHANGE.of(ChangeType.MESSAGE_DELETED))
                .with("whose", null);
    }

    ChangeOutcome run(Session session) {
        ChangeOutcome outcome = session.found(DeleteSql.LOCK, params, Locked::of)
                .flatMap(thread ->
                        session.first(DeleteSql.FACTS, params, Facts::of).map(facts -> judged(session, thread, facts)))
                .orElse(new ChangeOutcome.Refused(Refusal.MISSING));
        if (!(outcome instanceof ChangeOutcome.Changed)) {
            session.undo();
        }
        return outcome;
    }

    private ChangeOutcome judged(Session session, Locked thread, Facts facts) {
        Optional<Refusal> refusal = failed(thread, facts).stream().findFirst();
        if (refusal.isPresent()) {
            return new ChangeOutcome.Refused(refusal.get());
        }
        if (facts.deleted()) {
            return new ChangeOutcome.Unchanged();
        }
        Params row = params.copy()
                .with("thread", thread.id())
                .with("seq", facts.seq())
                .with("countable", facts.countable())
                .with("for_all", facts.forAll());
        if (thread.changes(facts, at)) {
            session.expect(1, DeleteSql.THREAD, row);
        }
        session.expect(1, DeleteSql.TOMBSTONE, row);
        if (facts.countable()) {
            session.expect(1, DeleteSql.COUNT, row);
        }
        session.expect(1, LogSql.ROW, row);
        return new ChangeOutcome.Changed();
    }

    private Set<Refusal> failed(Locked thread, Facts facts) {
        EnumSet<Refusal> failed = EnumSet.noneOf(Refusal.class);
        boolean mayDelete = facts.author().equals(party) || facts.member().may(Right.MANAGE);
        Guards.check(failed, Refusal.FORBIDDEN, facts.member().active() && mayDelete);
        Guards.check(failed, Refusal.STALE, Guards.isCurrent(expectedRevision, thread.revision()));
        return failed;
    }

    private record Locked(
            ThreadId id, long revision, long lastDeletedSeq, long previewAll, long previewInternal, Instant updatedAt) {

        static Locked of(Row row) throws SQLException {
            return new Locked(
                    row.thread("id"),
                    row.number("revision"),
                    row.number("last_deleted_seq"),
                    row.number("preview_all_seq"),
                    row.number("preview_internal_seq"),
                    row.time("updated_at"));
        }

        /** Whether the thread's row changes with the message. */
        boolean changes(Facts message, Instant at) {
            boolean shown = message.seq() == previewAll || message.seq() == previewInternal;
            return shown
                    || (message.countable() && message.seq() > lastDeletedSeq)
                    || (message.forAll() && Micros.of(at) > Micros.of(updatedAt));
        }
    }

    private record Facts(
            long seq, Party author, Visibility visibility, boolean countable, boolean deleted, MemberRights member) {

        boolean forAll() {
            return visibility == Visibility.EVERYONE;
        }

        static Facts of(Row row) throws SQLException {
            return new Facts(
                    row.number("seq"),
                    row.party("author"),
                    row.constant(Codes.VISIBILITY, "visibility"),
                    row.flag("countable"),
                    row.flag("deleted"),
                    MemberRights.of(row));
        }
    }
}
