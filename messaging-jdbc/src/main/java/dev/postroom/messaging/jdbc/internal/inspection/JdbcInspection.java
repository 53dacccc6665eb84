package dev.postroom.messaging.jdbc.internal.inspection;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.jdbc.internal.box.Summaries;
import dev.postroom.messaging.jdbc.internal.fragment.InstallationSql;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.jdbc.internal.value.Row;
import dev.postroom.messaging.jdbc.internal.value.Row.Reader;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Shows everything as it is stored. */
public final class JdbcInspection implements Inspection {

    private static final Reader<MessageFact> MESSAGE = row -> new MessageFact(
            row.message("id"),
            row.number("seq"),
            row.party("author"),
            row.constant(Codes.VISIBILITY, "visibility"),
            row.flag("countable"),
            row.flag("active"),
            row.flag("previewable"),
            row.flag("deleted"),
            row.number("text_length") == 0,
            row.time("created_at"));

    private static final Reader<Change> CHANGE = row -> new Change(
            row.tenant(),
            row.constant(Codes.CHANGE, "kind"),
            row.position(),
            row.optionalParty("party"),
            row.party("actor"),
            row.time("happened_at"));

    private final Transactions work;

    public JdbcInspection(Transactions work) {
        this.work = work;
    }

    @Override
    public List<Ref> threads(Optional<Ref> after, int limit) {
        Params params = Params.none().with("limit", limit);
        after.ifPresent(ref -> params.with("after_tenant", ref.tenant()).with("after_thread", ref.thread()));
        String text = after.isPresent() ? InstallationSql.THREADS_AFTER : InstallationSql.THREADS;
        return work.single(session -> session.list(text, params, row -> new Ref(row.tenant(), row.thread("id"))));
    }

    @Override
    public Optional<ThreadFacts> facts(Ref ref) {
        Params params = Params.none().with("tenant", ref.tenant()).with("thread", ref.thread());
        return work.snapshot(session -> session.first(InspectionSql.THREAD, params, Kept::of)
                .map(thread -> facts(session, params, ref, thread)));
    }

    @Override
    public List<String> selfCheck() {
        return work.snapshot(SelfCheck::run);
    }

    private static ThreadFacts facts(Session session, Params params, Ref ref, Kept thread) {
        Map<Party, Set<Long>> stars = seqs(session, InspectionSql.STARS, params);
        Map<Party, Set<Long>> hidden = seqs(session, InspectionSql.HIDDEN, params);
        return new ThreadFacts(
                ref,
                thread.info(),
                thread.unanswered(),
                thread.lastSeq(),
                thread.previewForEveryone(),
                thread.previewForInternal(),
                thread.activityAt(),
                session.list(InspectionSql.MESSAGES, params, MESSAGE),
                session.list(InspectionSql.MEMBERS, params, row -> member(row, stars, hidden)),
                keys(session, params),
                session.list(InspectionSql.LOG, params, CHANGE));
    }

    private static MemberFact member(Row row, Map<Party, Set<Long>> stars, Map<Party, Set<Long>> hidden)
            throws SQLException {
        Party party = row.party("party");
        OptionalLong until = row.optionalNumber("until_seq");
        return new MemberFact(
                party,
                row.flag("active"),
                row.rights(),
                row.number("from_seq"),
                until.isPresent() ? Optional.of(until.getAsLong()) : Optional.empty(),
                row.number("read_seq"),
                row.number("receipt_seq"),
                row.number("current_newest"),
                row.number("own_seq"),
                row.number("deleted_seq"),
                row.number("archived_seq"),
                row.number("current_activity_seq") > 0
                        ? Optional.of(row.time("current_activity_at"))
                        : Optional.empty(),
                row.number("unread"),
                stars.getOrDefault(party, Set.of()),
                hidden.getOrDefault(party, Set.of()));
    }

    private static Map<Party, Set<Long>> seqs(Session session, String text, Params params) {
        Map<Party, Set<Long>> seqs = new HashMap<>();
        session.list(
                text,
                params,
                row -> seqs.computeIfAbsent(row.party("party"), party -> new TreeSet<>())
                        .add(row.number("seq")));
        return seqs;
    }

    private static Map<String, MessageId> keys(Session session, Params params) {
        Map<String, MessageId> keys = new LinkedHashMap<>();
        session.list(InspectionSql.KEYS, params, row -> Map.entry(row.text("name"), row.message("message_id")))
                .forEach(key -> keys.put(key.getKey(), key.getValue()));
        return Collections.unmodifiableMap(keys);
    }

    private record Kept(
            ThreadInfo info,
            boolean unanswered,
            long lastSeq,
            long previewForEveryone,
            long previewForInternal,
            Instant activityAt) {

        static Kept of(Row row) throws SQLException {
            return new Kept(
                    Summaries.info(row, "id"),
                    row.flag("unanswered"),
                    row.number("last_seq"),
                    row.number("preview_all_seq"),
                    row.number("preview_internal_seq"),
                    row.time("activity_at"));
        }
    }
}
