package dev.postroom.messaging.jdbc.internal.box;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what stands in a mailbox, each question in one statement. */
public final class JdbcBoxes implements BoxStore {

    private final Transactions work;

    public JdbcBoxes(Transactions work) {
        this.work = work;
    }

    @Override
    public List<BoxEntry> page(BoxQuery query) {
        Params params = previewing(query.by(), query.previewLength())
                .with("limit", (long) query.limit())
                .with("offset", query.offset())
                .with("reach", Math.addExact(query.offset(), query.limit()));
        query.after().ifPresent(place -> params.with("after_at", place.at()).with("after_thread", place.thread()));
        return work.single(session -> session.list(text(query, session.dialect()), params, Summaries::entry));
    }

    private static String text(BoxQuery query, Dialect dialect) {
        boolean after = query.after().isPresent();
        return dialect.plansByLength() && query.offset() == 0 && BoxSql.isUsual(query.limit())
                ? BoxSql.first(query.box(), query.filter(), after, query.limit())
                : BoxSql.page(query.box(), query.filter(), after);
    }

    @Override
    public long count(Caller by, Box box, BoxQuery.Filter filter) {
        return work.single(
                session -> session.first(BoxSql.count(box, filter), Params.of(by), row -> row.number("threads"))
                        .orElse(0L));
    }

    @Override
    public Optional<ThreadSummary> find(Caller by, ThreadId thread, int previewLength) {
        Params params = previewing(by, previewLength).with("thread", thread);
        return work.single(session -> session.first(SummarySql.FIND, params, Summaries::summary));
    }

    /**
     * Asks for one thread more than the cap: whether there is one tells whether the totals are complete. Most threads that
     * may have unread messages have some; only if others among them take the places of such, those are left out by the
     * database.
     */
    @Override
    public UnreadTotals unread(Caller by, int cap) {
        Params params = Params.of(by).with("limit", cap + 1L);
        List<Long> threads = unread(BoxSql.MAYBE_UNREAD, params);
        boolean complete = threads.size() <= cap;
        if (!complete && threads.stream().anyMatch(unread -> unread <= 0)) {
            threads = unread(BoxSql.UNREAD, params);
            complete = threads.size() <= cap;
        }
        List<Long> counted =
                threads.stream().filter(unread -> unread > 0).limit(cap).toList();
        return new UnreadTotals(
                counted.size(), counted.stream().mapToLong(Long::longValue).sum(), complete);
    }

    private List<Long> unread(String text, Params params) {
        return work.single(session -> session.list(text, params, row -> row.number("unread")));
    }

    @Override
    public Map<ThreadId, List<Member>> members(Caller by, Collection<ThreadId> threads, int limit) {
        return ofEach(
                BoxSql.PRESENT,
                by,
                threads,
                limit,
                row -> new Member(
                        row.party("party"),
                        row.rights(),
                        row.time("joined_at"),
                        row.optionalTime("left_at"),
                        row.number("own_all") > 0));
    }

    @Override
    public Map<ThreadId, List<Party>> senders(Caller by, Collection<ThreadId> threads, int limit) {
        return ofEach(BoxSql.SENDERS, by, threads, limit, row -> row.party("party"));
    }

    /** A thread without any has one row, empty but for the thread. */
    private <T> Map<ThreadId, List<T>> ofEach(
            String text, Caller by, Collection<ThreadId> threads, int limit, Reader<T> reader) {
        if (threads.isEmpty()) {
            return Map.of();
        }
        Params params = Params.of(by).threads(threads).with("limit", limit);
        return work.single(session -> {
            Map<ThreadId, List<T>> answer = new LinkedHashMap<>();
            session.list(text, params, row -> {
                List<T> found = answer.computeIfAbsent(row.thread("thread_id"), thread -> new ArrayList<>());
                return row.has("party") && found.add(reader.read(row));
            });
            return answer;
        });
    }

    /** One character more, so that a cut in the middle of a pair leaves enough. */
    private static Params previewing(Caller by, int length) {
        return Params.of(by).with("preview", Math.addExact(length, 1));
    }
}
