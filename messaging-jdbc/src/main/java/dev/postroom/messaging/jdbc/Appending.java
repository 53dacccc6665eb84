package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendOutcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores a message in an existing thread. The statements are the same everywhere and decide by themselves; what is read
 * here with the lock only spares those that would change nothing.
 */
final class Appending {

    /** Stands for a number that is not given; no revision or seq is negative. */
    private static final long NONE = -1;

    private final AppendMessage command;
    private final Params params;

    Appending(AppendMessage command) {
        this.command = command;
        boolean active = command.message().kind().active();
        params = MessageParams.add(Params.of(command.by()), command.message())
                .with("thread", command.thread())
                .with("at", command.at())
                .with("step", active ? 1 : 0)
                .with("seen", command.seenSeq().orElse(0))
                .with("revision", Math.max(command.expectedRevision().orElse(NONE), NONE))
                .with("quoted", command.message().quotedSeq().orElse(NONE));
        command.key()
                .ifPresentOrElse(
                        key -> Claims.named(params, key.claim()).with("fingerprint", key.fingerprint()),
                        () -> params.with("claim_kind", 0).with("claim", ""));
    }

    SendOutcome run(Session session) {
        return session.dialect().runsScripts() ? byScript(session) : stepByStep(session);
    }

    private SendOutcome byScript(Session session) {
        return session.appendUsual(command, params, this::stored).orElseGet(() -> byWholeScript(session));
    }

    /** A key is looked up only then: most are new, and what its script saw of it may be from before somebody used it. */
    private SendOutcome byWholeScript(Session session) {
        Optional<SendOutcome> outcome = session.append(command, params, row -> {
            if (row.has("read_to") && command.seenSeq().isEmpty()) {
                session.repliesRead();
            }
            return answered(row);
        });
        return outcome.filter(SendOutcome.Stored.class::isInstance)
                .or(() -> repeated(session))
                .or(() -> outcome)
                .orElseThrow(() -> AppendFacts.unexplained(command));
    }

    private Optional<SendOutcome> repeated(Session session) {
        return command.key().flatMap(key -> Claims.used(session, params, key));
    }

    private boolean isQuoting() {
        return command.message().quotedSeq().isPresent();
    }

    /** Nothing if nothing that the script saw says why the message was not stored. */
    private Optional<SendOutcome> answered(Row row) throws SQLException {
        if (row.has("stored_seq")) {
            return Optional.of(stored(row));
        }
        Optional<Refusal> refusal = row.has("facts")
                ? AppendFacts.of(row).failed(command).stream().findFirst()
                : Optional.of(Refusal.MISSING);
        return refusal.map(SendOutcome.Refused::new);
    }

    private SendOutcome stepByStep(Session session) {
        Optional<Locked> locked = session.first(AppendSql.LOCK, params, Locked::of);
        if (locked.isPresent() && advanced(session)) {
            locked.get().advanced(command, params);
            return store(session, locked.get());
        }
        return repeated(session)
                .orElseGet(() -> new SendOutcome.Refused(AppendFacts.refusal(session, params, command)));
    }

    private boolean advanced(Session session) {
        if (command.key().isEmpty()) {
            return session.update(isQuoting() ? AppendSql.ADVANCE_QUOTING : AppendSql.ADVANCE_GUARDED, params) > 0;
        }
        boolean claimed = session.claim(isQuoting() ? AppendSql.CLAIM_QUOTING : AppendSql.CLAIM, params);
        if (claimed) {
            session.expect(1, AppendSql.ADVANCE_CLAIMED, params);
        }
        return claimed;
    }

    private SendOutcome store(Session session, Locked thread) {
        due(!thread.reopens() || session.change(AppendSql.REOPEN, params) == 1);
        due(session.update(thread.large() ? AppendSql.AUTHOR : AppendSql.MEMBERS, params) > 0);
        session.expect(1, AppendSql.MESSAGE, params);
        session.expect(1, AppendSql.LOG, params);
        due(thread.readTo(command) == 0
                || session.change(AppendSql.READ, params) == 1
                || session.first(AppendSql.IS_READ, params, row -> row.number("read_seq"))
                        .isPresent());
        return stored(thread.lastSeq() + 1, thread.createdAt(command));
    }

    private SendOutcome stored(Row row) throws SQLException {
        return stored(row.number("stored_seq"), row.time("stored_at"));
    }

    private SendOutcome stored(long seq, Instant at) {
        return new SendOutcome.Stored(command.message().id(), new Position(command.thread(), seq), at);
    }

    private static void due(boolean happened) {
        if (!happened) {
            throw Failures.brokenOff();
        }
    }

    /**
     * What the lock shows of the thread.
     *
     * @param lastSeq the last seq before the message
     * @param activity the activity before the message
     * @param large whether the thread is large
     * @param reopens whether the message opens the thread
     * @param replyReads the thread's rule
     * @param members how many members it has
     * @param unanswered whether own messages stay in the inbox until somebody answers
     * @param totals how many messages it has for everyone, and how many internal notes
     * @param activeSeqs the seqs of the last active message for everyone, and with internal notes
     * @param beforeSeqs those of the ones before these
     */
    private record Locked(
            long lastSeq,
            Instant activity,
            boolean large,
            boolean reopens,
            ReplyReads replyReads,
            long members,
            boolean unanswered,
            Totals totals,
            Seqs activeSeqs,
            Seqs beforeSeqs) {

        static Locked of(Row row) throws SQLException {
            return new Locked(
                    row.number("last_seq"),
                    row.time("activity_at"),
                    row.flag("large"),
                    row.has("closed_at") && row.constant(Codes.ON_CLOSED, "on_closed") == ClosedRule.REOPEN,
                    row.constant(Codes.REPLY_READS, "reply_reads"),
                    row.number("member_count"),
                    row.flag("unanswered"),
                    new Totals(row.number("total_all"), row.number("total_notes")),
                    new Seqs(row.number("active_all_seq"), row.number("active_internal_seq")),
                    new Seqs(row.number("before_all_seq"), row.number("before_internal_seq")));
        }

        /** The same as the statement that advances the thread makes of it. */
        void advanced(AppendMessage command, Params params) {
            boolean active = command.message().kind().active();
            boolean everyone = command.message().visibility() == Visibility.EVERYONE;
            boolean forAll = active && everyone;
            int counted = command.message().kind().countable() ? 1 : 0;
            params.with("mine_last_seq", lastSeq + 1)
                    .with("mine_read_to", readTo(command))
                    .with("mine_created_at", createdAt(command))
                    .with("mine_activity_at", active ? createdAt(command) : activity)
                    .with("mine_member_count", members)
                    .with("mine_unanswered", unanswered)
                    .with("mine_total_all", totals.forAll() + (everyone ? counted : 0))
                    .with("mine_total_notes", totals.notes() + (everyone ? 0 : counted))
                    .with("mine_before_all_seq", forAll ? activeSeqs.forAll() : beforeSeqs.forAll())
                    .with("mine_before_internal_seq", active ? activeSeqs.withNotes() : beforeSeqs.withNotes());
        }

        /** How far the author has read the thread with the message; 0 if that does not move the position. */
        long readTo(AppendMessage command) {
            return switch (replyReads) {
                case SEEN -> command.seenSeq().orElse(0);
                case EVERYTHING_BEFORE -> lastSeq;
                case NOTHING -> 0;
            };
        }

        Instant createdAt(AppendMessage command) {
            long earliest = Micros.of(activity) + (command.message().kind().active() ? 1 : 0);
            return Micros.toInstant(Math.max(earliest, Micros.of(command.at())));
        }
    }

    private record Totals(long forAll, long notes) {}

    private record Seqs(long forAll, long withNotes) {}
}
