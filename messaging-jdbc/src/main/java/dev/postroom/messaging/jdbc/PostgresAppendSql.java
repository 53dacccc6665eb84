package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import java.util.ArrayList;
import java.util.List;

/**
 * A message to an existing thread as PostgreSQL gets it: the lock, and one statement for all that follows. Each statement
 * of its own costs it as much as some of the work, and so does each part of one, used or not: so there is a short one for
 * what is usual, which does nothing where something else is, and a whole one. The lock stays apart, for what waits sees the
 * world from before the wait; what follows sees what was committed before the lock was had.
 *
 * <p>Answers have columns of fixed length only. Of others the driver does not know how much it will have to read, and ends
 * the transaction before such a statement, and with it the lock.
 */
@SuppressWarnings("InlineFormatString") // each part deserves its place and its comment
final class PostgresAppendSql {

    /** Says for this transaction which thread it has locked: a thread that is there only afterwards is not. */
    private static final String LOCK = """
            select 1 from $thread t where t.tenant = :tenant and t.id = :thread
              and set_config('postroom.locked', cast(t.id as text), true) is not null
            for update;
            """;

    private static final String LOCKED = "current_setting('postroom.locked', true) = cast(t.id as text) and ";

    /** The author's row, which others change without the thread's lock: so this is the newest of it, and stays so. */
    private static final String AUTHOR = """
            w as (select m.tenant, m.thread_id, m.party, m.rights, m.active, m.from_seq, m.until_seq, m.read_seq
              from $member m where m.tenant = :tenant and m.thread_id = :thread and m.party = :party for update)""";

    /** The same after whatever had to be waited for: who waits for a key holds no row that its claimer may want. */
    private static final String AUTHOR_AFTER = """
            w as (select m.thread_id, m.read_seq from %s join $member m on m.tenant = :tenant and m.thread_id = %s
                and m.party = :party for update of m)""";

    /** Threads that a message opens are for the whole statement, which logs that. */
    private static final String OPEN = " and t.closed_at is null";

    private static final String NO_READING = " and t.reply_reads <> 2";

    /** A row if all guards hold, with what the message finds. */
    private static final String FOUND = """
            o as (select t.tenant, t.id, t.last_seq, t.activity_at, t.closed_at is not null and t.on_closed = 2 as reopens
              from $thread t join $member m on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
              where t.tenant = :tenant and t.id = :thread and %s%s)""";

    private static final String CLAIM_FOUND = """
            k as (insert into $claim (tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at)
              select o.tenant, :claim_kind, :claim, o.id, :message, o.last_seq + 1, :fingerprint,
                greatest(:at, o.activity_at + :step)
              from o where true %s on conflict do nothing returning thread_id)""".formatted(AppendSql.UNCLAIMED);

    private static final String CLAIM = "k as (%s%s on conflict do nothing returning thread_id)";

    private static final String REOPENED = """
            revision = t.revision + case when o.reopens then 1 else 0 end,
            closed_at = case when o.reopens then null else t.closed_at end,
            closed_by = case when o.reopens then null else t.closed_by end,
            """;

    private static final String ADVANCE = """
            a as (update $thread t set %s from %s where t.tenant = :tenant and t.id = :thread and %s
              returning t.tenant, t.id, t.large, t.last_seq, t.last_id, t.activity_at, t.member_count, t.unanswered,
                t.before_all_seq, t.before_internal_seq, t.total_all, t.total_notes%s)""";

    private static final String READ_TO =
            ", case t.reply_reads when 1 then :seen when 2 then t.last_seq - 1 else 0 end as read_to, ";

    /** A row if the author's read position moves. */
    private static final String BASE = """
            b as (select a.read_to, coalesce(u.total_all, 0) - coalesce(o.own_all, 0) as read_total_all,
                coalesce(u.total_notes, 0) - coalesce(o.own_notes, 0) as read_total_notes
              from a
              left join $message u on u.tenant = :tenant and u.thread_id = :thread and u.seq = a.read_to
              left join lateral (select o.own_all, o.own_notes from $message o
                where o.tenant = :tenant and o.thread_id = :thread and o.author = :party and o.seq <= a.read_to
                order by o.seq desc limit 1) o on true
              where a.read_to > a.read_seq)""";

    private static final String READ = """
            read_total_all = case when m.party = :party then coalesce(b.read_total_all, m.read_total_all) else m.read_total_all end,
            read_total_notes = case when m.party = :party then coalesce(b.read_total_notes, m.read_total_notes) else m.read_total_notes end,
            receipt_seq = case when m.party = :party then greatest(m.receipt_seq, b.read_to) else m.receipt_seq end,
            read_seq = case when m.party = :party then coalesce(b.read_to, m.read_seq) else m.read_seq end,
            """;

    /**
     * The members' rows, of a large thread the author's alone: a range of its index either way. One statement, as
     * PostgreSQL reads how a row's columns are generated anew for each, whether it finds rows or not.
     */
    private static final String MEMBERS = """
            s as (update $member m set %s%s from a%s
            where m.tenant = :tenant and m.thread_id = a.id
              and m.party >= case when a.large then :party else '' end
              and m.party <= case when a.large then :party else chr(1114111) end
              and %s
            returning m.party, m.own_all, m.own_notes)""";

    private static final String MESSAGE = "x as (" + MessageSql.INSERT + """
              select a.tenant, a.id, a.last_seq, a.last_id, m.party, :kind, :visibility, :countable, :active, :previewable,
                false, :text, :quoted_seq, :sent_at, greatest(:at, a.activity_at), a.total_all, a.total_notes, m.own_all, m.own_notes
              from a join s m on m.party = :party)""";

    private static final String LOGGED =
            "g as (insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at) select a.tenant, a.id, ";

    private static final String LOG =
            LOGGED + ChangeType.MESSAGE_CREATED.code() + ", a.last_seq, null, :actor, :at from a)";

    /** One row, or two or three, in the order in which things happened; of a thread that is opened if it may be. */
    private static final String LOGS = LOGGED + """
            v.kind, case v.place when 3 then b.read_to else a.last_seq end, case v.place when 3 then :party end, :actor, :at
              from a left join b on true
              join (values (1, %s), (2, %s), (3, %s)) v(place, kind)
                on v.place = 2 or (v.place = 1 and %s) or (v.place = 3 and b.read_to is not null)
              order by v.place)""";

    private static final String STORED =
            "select 1 as answer, a.last_seq as stored_seq, greatest(:at, a.activity_at) as stored_at";

    /** The message if it was stored, and otherwise why it was not: then the thread and the author's row are as they were. */
    private static final String ANSWER = STORED + """
            , nullif(a.read_to, 0) as read_to, t.id as facts, t.last_seq, t.closed_at, t.on_closed, t.revision,
              case when m.party is not null then 1 end as party, m.rights, m.active, %s as quotable
            from (select 1 as one) z left join a on true
            left join $thread t on t.tenant = :tenant and t.id = case when a.id is null then :thread end
            left join $member m on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
            """;

    private PostgresAppendSql() {}

    /**
     * Stores a message in a thread that is open, if nothing refuses it; otherwise answers nothing.
     *
     * @param reading whether the author's read position may move
     */
    static String usual(boolean keyed, boolean quoting, boolean reading) {
        String guards = (quoting ? AppendSql.GUARDS_QUOTING : AppendSql.GUARDS) + OPEN + (reading ? "" : NO_READING);
        List<String> parts = new ArrayList<>();
        if (keyed) {
            parts.add(CLAIM.formatted(AppendSql.CLAIMING + LOCKED, guards));
        }
        if (reading) {
            parts.add(keyed ? AUTHOR_AFTER.formatted("k", "k.thread_id") : AUTHOR);
        }
        String author = reading ? "w m" : keyed ? "k m" : "$member m";
        String guarded = "m.tenant = :tenant and m.party = :party and " + LOCKED + guards;
        parts.add(ADVANCE.formatted(
                AppendSql.ADVANCED,
                author,
                "m.thread_id = t.id" + (keyed ? "" : " and " + guarded),
                reading ? READ_TO + "m.read_seq" : ""));
        parts.addAll(reading ? reading("false") : List.of(members("", ""), MESSAGE, LOG));
        return sent(parts, STORED + " from a");
    }

    /** Stores a message in any thread, or answers why not. */
    static String whole(boolean keyed, boolean quoting) {
        List<String> parts = new ArrayList<>();
        parts.add(FOUND.formatted(LOCKED, quoting ? AppendSql.GUARDS_QUOTING : AppendSql.GUARDS));
        if (keyed) {
            parts.add(CLAIM_FOUND);
        }
        parts.add(keyed ? AUTHOR_AFTER.formatted("k", "k.thread_id") : AUTHOR_AFTER.formatted("o", "o.id"));
        parts.add(ADVANCE.formatted(
                REOPENED + AppendSql.ADVANCED,
                "o join w on w.thread_id = o.id",
                "o.id = t.id",
                READ_TO + "w.read_seq, o.reopens"));
        parts.addAll(reading("a.reopens"));
        return sent(parts, ANSWER.formatted(quoting ? AppendSql.QUOTABLE : "true"));
    }

    private static List<String> reading(String reopens) {
        String logs = LOGS.formatted(
                ChangeType.THREAD_REOPENED.code(),
                ChangeType.MESSAGE_CREATED.code(),
                ChangeType.READ_MOVED.code(),
                reopens);
        return List.of(BASE, members(READ, " left join b on true"), MESSAGE, logs);
    }

    private static String members(String read, String base) {
        return MEMBERS.formatted(read, AppendSql.STANDS, base, AppendSql.CONCERNED);
    }

    private static String sent(List<String> parts, String answer) {
        return LOCK + "with " + String.join(",\n", parts) + "\n" + answer;
    }
}
