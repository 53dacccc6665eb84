package dev.postroom.messaging.jdbc.internal.personal;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.personal.PersonalChange.Why;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.Refusal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves the positions of a mailbox. */
public final class JdbcPositions implements PositionStore {

    private final Transactions work;

    public JdbcPositions(Transactions work) {
        this.work = work;
    }

    @Override
    public ChangeOutcome move(Caller by, Move move, Position to, Instant at) {
        Params params = PersonalChange.params(by, type(move), at)
                .with("thread", to.threadId())
                .with("seq", to.seq());
        return work.write(session -> new PersonalChange(session, params)
                .run(statement(move), PersonalSql.FACTS, row -> why(row, move, to.seq())));
    }

    @Override
    public long readAll(Caller by, Instant at) {
        Params params = PersonalChange.params(by, ChangeType.READ_MOVED, at);
        Map<ThreadId, Params> threads = new LinkedHashMap<>();
        long changed = work.atomic(session -> {
            threads.clear();
            threads.putAll(unread(session, params));
            return isWhole(threads)
                    ? read(session, threads.values()) + readMissed(session, params, threads.keySet())
                    : 0L;
        });
        return isWhole(threads) ? changed : readInPieces(params, threads);
    }

    /** Many rows that stay locked until the last one is changed would keep those who write to these threads waiting. */
    private boolean isWhole(Map<ThreadId, Params> threads) {
        return threads.size() <= Session.PIECE || !work.isOwn();
    }

    private long readInPieces(Params params, Map<ThreadId, Params> threads) {
        List<Params> all = List.copyOf(threads.values());
        long changed = 0;
        for (int from = 0; from < all.size(); from += Session.PIECE) {
            int to = Math.min(from + Session.PIECE, all.size());
            List<Params> piece = all.subList(from, to);
            changed += work.atomic(session ->
                    read(session, piece) + (to == all.size() ? readMissed(session, params, threads.keySet()) : 0));
        }
        return changed;
    }

    private static long read(Session session, Collection<Params> threads) {
        return session.changes(PersonalSql.READ_ALL, threads);
    }

    /** Makes the list again where it may have lost threads, and reads those that the first list did not have. */
    private static long readMissed(Session session, Params params, Set<ThreadId> read) {
        if (!session.dialect().losesValues()) {
            return 0;
        }
        Map<ThreadId, Params> missed = unread(session, params);
        missed.keySet().removeAll(read);
        return read(session, missed.values());
    }

    /** The threads with unread messages, in the order of their ids, in which all lock them. */
    private static Map<ThreadId, Params> unread(Session session, Params params) {
        Map<ThreadId, Params> threads = new LinkedHashMap<>();
        session.list(
                        PersonalSql.ALL_UNREAD,
                        params,
                        row -> Map.entry(
                                row.thread("thread_id"),
                                params.copy()
                                        .with("thread", row.thread("thread_id"))
                                        .with("seq", row.number("seq"))
                                        .with("read_total_all", row.number("read_total_all"))
                                        .with("read_total_notes", row.number("read_total_notes"))))
                .forEach(thread -> threads.put(thread.getKey(), thread.getValue()));
        return threads;
    }

    private static Why why(Row row, Move move, long seq) throws SQLException {
        Optional<Refusal> refusal = PersonalChange.refused(row);
        if (refusal.isPresent()) {
            return Why.refused(refusal.get());
        }
        long last = row.optionalNumber("until_seq").orElse(row.number("last_seq"));
        return move != Move.UNARCHIVE && seq > last ? Why.refused(Refusal.BEYOND_LAST) : Why.so(isSo(row, move, seq));
    }

    private static boolean isSo(Row row, Move move, long seq) throws SQLException {
        return switch (move) {
            case READ_UP_TO -> row.number("read_seq") >= seq;
            case UNREAD_FROM -> row.number("read_seq") <= Math.max(seq - 1, row.number("from_seq"));
            case ARCHIVE -> row.number("archived_seq") >= seq;
            case UNARCHIVE -> row.number("archived_seq") == 0;
            case DELETE -> row.number("deleted_seq") >= seq;
        };
    }

    private static LoggedChange statement(Move move) {
        return switch (move) {
            case READ_UP_TO -> PersonalSql.READ_UP_TO;
            case UNREAD_FROM -> PersonalSql.UNREAD_FROM;
            case ARCHIVE -> PersonalSql.ARCHIVE;
            case UNARCHIVE -> PersonalSql.UNARCHIVE;
            case DELETE -> PersonalSql.DELETE;
        };
    }

    private static ChangeType type(Move move) {
        return switch (move) {
            case READ_UP_TO, UNREAD_FROM -> ChangeType.READ_MOVED;
            case ARCHIVE, UNARCHIVE -> ChangeType.ARCHIVE_MOVED;
            case DELETE -> ChangeType.THREAD_DELETED;
        };
    }
}
