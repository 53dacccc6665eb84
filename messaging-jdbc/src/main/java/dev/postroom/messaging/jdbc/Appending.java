package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.spi.AppendMessage;
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
        command.key().ifPresent(key -> Claims.named(params, key.claim()).with("fingerprint", key.fingerprint()));
    }

    SendOutcome run(Session session) {
        Optional<Locked> locked = session.first(AppendSql.LOCK, params, Locked::of);
        if (locked.isPresent() && advanced(session)) {
            return store(session, locked.get());
        }
        return command.key()
                .flatMap(key -> Claims.used(session, params, key))
                .orElseGet(() -> new SendOutcome.Refused(AppendFacts.refusal(session, params, command)));
    }

    private boolean advanced(Session session) {
        if (command.key().isEmpty()) {
            return session.update(AppendSql.ADVANCE_GUARDED, params) > 0;
        }
        boolean claimed = session.claim(AppendSql.CLAIM, params);
        if (claimed && session.update(AppendSql.ADVANCE_CLAIMED, params) == 0) {
            throw Failures.fault("a key was claimed for a message that was not advanced");
        }
        return claimed;
    }

    private SendOutcome store(Session session, Locked thread) {
        if (thread.reopens()) {
            session.change(AppendSql.REOPEN, logged(ChangeType.THREAD_REOPENED).with("whose", null));
        }
        session.update(AppendSql.MEMBERS, params);
        expectOne(session.update(AppendSql.MESSAGE, params));
        expectOne(session.update(AppendSql.LOG, params));
        if (readsBefore(thread)) {
            session.change(
                    AppendSql.READ,
                    logged(ChangeType.READ_MOVED).with("whose", command.by().party()));
        }
        MessageId id = command.message().id();
        return new SendOutcome.Stored(
                id, new Position(command.thread(), thread.lastSeq() + 1), thread.createdAt(command));
    }

    private boolean readsBefore(Locked thread) {
        return switch (thread.replyReads()) {
            case SEEN -> command.seenSeq().orElse(0) > 0;
            case EVERYTHING_BEFORE -> thread.lastSeq() > 0;
            case NOTHING -> false;
        };
    }

    private Params logged(ChangeType type) {
        return params.copy().with("type", type.code());
    }

    private static void expectOne(int rows) {
        if (rows != 1) {
            throw Failures.fault("a message was advanced but " + rows + " rows were written for it");
        }
    }

    /**
     * What the lock shows of the thread.
     *
     * @param lastSeq the last seq before the message
     * @param activity the activity before the message
     * @param reopens whether the message opens the thread
     * @param replyReads the thread's rule
     */
    private record Locked(long lastSeq, Instant activity, boolean reopens, ReplyReads replyReads) {

        static Locked of(Row row) throws SQLException {
            return new Locked(
                    row.number("last_seq"),
                    row.time("activity_at"),
                    row.has("closed_at") && row.constant(Codes.ON_CLOSED, "on_closed") == ClosedRule.REOPEN,
                    row.constant(Codes.REPLY_READS, "reply_reads"));
        }

        /** The same as the statements compute. */
        Instant createdAt(AppendMessage command) {
            long earliest = Micros.of(activity) + (command.message().kind().active() ? 1 : 0);
            return Micros.toInstant(Math.max(earliest, Micros.of(command.at())));
        }
    }
}
