package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;

/**
 * A message to an existing thread as PostgreSQL gets it: the lock, and one statement for all that follows. Each statement
 * of its own costs it as much as some of the work. The lock stays apart, for what waits sees the world from before the
 * wait; all but the claim's index and the author's row is read once it is held.
 */
final class PostgresAppendSql {

    private static final String LOCK = "select 1 from $thread t where t.tenant = :tenant and t.id = :thread for update";

    /** The author's row, which others change without the thread's lock: so this is the newest of it, and stays so. */
    private static final String AUTHOR = """
            w as (select m.tenant, m.thread_id, m.party, m.rights, m.active, m.from_seq, m.until_seq, m.read_seq
              from $member m where m.tenant = :tenant and m.thread_id = :thread and m.party = :party for update)""";

    /** A row if all guards hold, with what the message finds. */
    private static final String FOUND = """
            o as (select t.tenant, t.id, t.last_seq, t.activity_at, m.read_seq,
                t.closed_at is not null and t.on_closed = 2 as reopens,
                case t.reply_reads when 1 then :seen when 2 then t.last_seq else 0 end as read_to
              from $thread t join w m on m.tenant = t.tenant and m.thread_id = t.id
              where t.tenant = :tenant and t.id = :thread and\s""";

    private static final String CLAIM = """
            k as (insert into $claim (tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at)
              select o.tenant, :claim_kind, :claim, o.id, :message, o.last_seq + 1, :fingerprint,
                greatest(:at, o.activity_at + :step)
              from o where true %s on conflict do nothing returning thread_id)""".formatted(AppendSql.UNCLAIMED);

    private static final String ADVANCE = """
            a as (update $thread t set
                revision = t.revision + case when o.reopens then 1 else 0 end,
                closed_at = case when o.reopens then null else t.closed_at end,
                closed_by = case when o.reopens then null else t.closed_by end,
                %s
              from %s where t.tenant = :tenant and t.id = :thread and o.id = t.id
              returning t.tenant, t.id, t.large, t.last_seq, t.last_id, t.activity_at, t.member_count, t.unanswered,
                t.before_e_seq, t.before_i_seq, t.total_e, t.total_i, o.reopens, o.read_to, o.read_seq)""";

    /** A row if the author's read position moves. */
    private static final String BASE = """
            b as (select a.read_to, coalesce(u.total_e, 0) - coalesce(o.own_e, 0) as base_e,
                coalesce(u.total_i, 0) - coalesce(o.own_i, 0) as base_i
              from a
              left join $message u on u.tenant = :tenant and u.thread_id = :thread and u.seq = a.read_to
              left join lateral (select o.own_e, o.own_i from $message o
                where o.tenant = :tenant and o.thread_id = :thread and o.author = :party and o.seq <= a.read_to
                order by o.seq desc limit 1) o on true
              where a.read_to > a.read_seq)""";

    /**
     * The members' rows, of a large thread the author's alone: a range of its index either way. One statement, as
     * PostgreSQL reads how a row's columns are generated anew for each, whether it finds rows or not.
     */
    private static final String MEMBERS = """
            s as (update $member m set
              base_e = case when m.party = :party then coalesce(b.base_e, m.base_e) else m.base_e end,
              base_i = case when m.party = :party then coalesce(b.base_i, m.base_i) else m.base_i end,
              receipt_seq = case when m.party = :party then greatest(m.receipt_seq, b.read_to) else m.receipt_seq end,
              read_seq = case when m.party = :party then coalesce(b.read_to, m.read_seq) else m.read_seq end,
              %s
            from a left join b on true
            where m.tenant = :tenant and m.thread_id = a.id
              and m.party >= case when a.large then :party else '' end
              and m.party <= case when a.large then :party else chr(1114111) end
              and %s
            returning m.party, m.own_e, m.own_i)""".formatted(AppendSql.STANDS, AppendSql.CONCERNED);

    private static final String MESSAGE = """
            x as (insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
                deleted, text, quoted_seq, sent_at, created_at, total_e, total_i, own_e, own_i)
              select a.tenant, a.id, a.last_seq, a.last_id, m.party, :kind, :visibility, :countable, :active, :previewable,
                false, :text, :quoted_seq, :sent_at, greatest(:at, a.activity_at), a.total_e, a.total_i, m.own_e, m.own_i
              from a join s m on m.party = :party)""";

    private static final String LOG = """
            g as (insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
              select a.tenant, a.id, v.kind, case v.place when 3 then b.read_to else a.last_seq end,
                case v.place when 3 then :party end, :actor, :at
              from a left join b on true
              join (values (1, %1$d), (2, %2$d), (3, %3$d)) v(place, kind)
                on v.place = 2 or (v.place = 1 and a.reopens) or (v.place = 3 and b.read_to is not null)
              order by v.place)
            """.formatted(
                    ChangeType.THREAD_REOPENED.code(), ChangeType.MESSAGE_CREATED.code(), ChangeType.READ_MOVED.code());

    /** The message if it was stored, and otherwise why it was not: then the thread and the author's row are as they were. */
    private static final String ANSWER = """
            select 1 as answer, a.last_seq as stored_seq, greatest(:at, a.activity_at) as stored_at,
              t.id as facts, t.last_seq, t.closed_at, t.on_closed, t.revision, m.party, m.rights, m.active,
              %s as quotable%s
            from (select 1 as one) z left join a on true
            left join $thread t on t.tenant = :tenant and t.id = case when a.id is null then :thread end
            left join w m on m.thread_id = t.id
            """;

    private static final String CLAIMED = ", c.thread_id, c.message_id, c.seq, c.fingerprint, c.created_at";

    private static final String CLAIMS = """
            left join $claim c on c.tenant = :tenant and c.kind = :claim_kind
              and c.name = case when a.id is null then :claim end
            """;

    private PostgresAppendSql() {}

    static String text(boolean keyed, boolean quoting) {
        String found = FOUND + (quoting ? AppendSql.GUARDS_QUOTING : AppendSql.GUARDS) + ")";
        String advance = ADVANCE.formatted(AppendSql.ADVANCED, keyed ? "o join k on k.thread_id = o.id" : "o");
        return LOCK + ";\nwith "
                + String.join(
                        ",\n", AUTHOR, keyed ? found + ",\n" + CLAIM : found, advance, BASE, MEMBERS, MESSAGE, LOG)
                + "\n"
                + ANSWER.formatted(quoting ? AppendSql.QUOTABLE : "true", keyed ? CLAIMED : "")
                + (keyed ? CLAIMS : "");
    }
}
