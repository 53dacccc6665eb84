package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** PostgreSQL: one statement for each job, which commits by itself. */
final class PostgresByHand extends ByHand {

    private final String send = table("""
            with t as (
              update $thread t set last_id = ?, updated_at = greatest(t.updated_at, ?, t.activity_at + 1),
                activity_at = greatest(?, t.activity_at + 1), total_all = t.total_all + 1, last_seq = t.last_seq + 1,
                everyone_seq = t.last_seq + 1, preview_all_seq = t.last_seq + 1, preview_internal_seq = t.last_seq + 1,
                before_all_seq = t.active_all_seq, before_internal_seq = t.active_internal_seq, active_all_seq = t.last_seq + 1,
                active_internal_seq = t.last_seq + 1, active_all_at = greatest(?, t.activity_at + 1)
              where t.tenant = ? and t.id = ?
              returning t.tenant, t.id, t.last_id, t.last_seq, t.activity_at, t.total_all, t.total_notes),
            m as (
              update $member m set
                own_all = case when m.party = ? then m.own_all + 1 else m.own_all end,
                own_seq = case when m.party = ? then t.last_seq else m.own_seq end,
                own_at = case when m.party = ? then t.activity_at else m.own_at end,
                newest_seq = case when m.party = ? then m.newest_seq else t.last_seq end,
                activity_seq = t.last_seq, activity_at = t.activity_at
              from t where m.tenant = t.tenant and m.thread_id = t.id and m.active
              returning m.party, m.own_all, m.own_notes),
            x as (
              insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
                deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes)
              select t.tenant, t.id, t.last_seq, t.last_id, m.party, 1, 1, true, true, true, false, ?, null, ?,
                t.activity_at, t.total_all, t.total_notes, m.own_all, m.own_notes
              from t, m where m.party = ?)
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select t.tenant, t.id, 10, t.last_seq, null, ?, ? from t returning seq
            """);

    private final String create = table("""
            with t as (
              insert into $thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
                last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq, member_count, revision,
                on_closed, reply_reads, unanswered, revive_history, min_members,
                large, active_all_seq, active_internal_seq, active_all_at)
              values (?, ?, 2, ?, ?, ?, ?, ?, 1, ?, 1, 1, 0, 1, 1, 0, ?, 1, 1, 1, false, false, 1, ?, 1, 1, ?)
              returning tenant, id, last_id, activity_at, created_by, large, member_count),
            m as (
              insert into $member (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq, receipt_seq,
                read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq, last_hidden_seq,
                activity_seq, activity_at, large_seq)
              select t.tenant, t.id, v.party, case when v.party = t.created_by then 15 else 7 end, true, t.activity_at,
                0, 0, 0, 0, 0, case when v.party = t.created_by then 1 else 0 end, 0,
                case when v.party = t.created_by then 1 else 0 end,
                case when v.party = t.created_by then t.activity_at end,
                case when v.party = t.created_by and t.member_count > 1 then 0 else 1 end, 0, 0, 0, 1, t.activity_at,
                case when t.large then 1 end
              from t, unnest(?) v(party)),
            x as (
              insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
                deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes)
              select t.tenant, t.id, 1, t.last_id, t.created_by, 1, 1, true, true, true, false, ?, null, t.activity_at,
                t.activity_at, 1, 0, 1, 0 from t)
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select t.tenant, t.id, v.kind, v.seq, null, t.created_by, t.activity_at
            from t, (values (1, 0), (10, 1)) v(kind, seq)
            """);

    private final String read = table("""
            with c as (
              update $member m set read_total_all = b.total_all - coalesce(o.own_all, 0), read_total_notes = b.total_notes - coalesce(o.own_notes, 0),
                receipt_seq = greatest(m.receipt_seq, ?), read_seq = ?
              from $message b left join lateral (
                select o.own_all, o.own_notes from $message o
                where o.tenant = b.tenant and o.thread_id = b.thread_id and o.author = ? and o.seq <= b.seq
                order by o.seq desc limit 1) o on true
              where m.tenant = ? and m.thread_id = ? and m.party = ? and m.read_seq < ?
                and b.tenant = m.tenant and b.thread_id = m.thread_id and b.seq = ?
              returning m.tenant, m.thread_id, m.party, m.read_seq)
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select c.tenant, c.thread_id, 30, c.read_seq, c.party, c.party, ? from c
            """);

    private final String star = table("""
            with c as (
              insert into $star (tenant, party, thread_id, seq, visibility)
              select x.tenant, m.party, x.thread_id, x.seq, x.visibility from $message x
              join $member m on m.tenant = x.tenant and m.thread_id = x.thread_id and m.party = ?
              where x.tenant = ? and x.id = ?
              on conflict do nothing returning *)
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select c.tenant, c.thread_id, 40, c.seq, c.party, c.party, ? from c
            """);

    PostgresByHand(HikariDataSource source, String prefix) {
        super(source, prefix);
    }

    @Override
    boolean isTransaction(Job job) {
        return false;
    }

    @Override
    void send(Connection connection, UUID thread, boolean joined) throws SQLException {
        long at = now();
        query(
                connection,
                send,
                row -> row.getLong(1),
                newId(),
                at,
                at,
                at,
                TENANT,
                thread,
                CALLER,
                CALLER,
                CALLER,
                CALLER,
                BenchmarkScene.TEXT,
                at,
                CALLER,
                CALLER,
                at);
    }

    @Override
    void create(Connection connection, List<String> members, boolean joined) throws SQLException {
        long at = now();
        String[] parties = members.stream().map(name -> "u:" + name).toArray(String[]::new);
        update(
                connection,
                create,
                TENANT,
                newId(),
                BenchmarkScene.SUBJECT,
                STARTER,
                at,
                at,
                at,
                newId(),
                parties.length,
                parties.length > BenchmarkScene.LARGE,
                at,
                connection.createArrayOf("varchar", parties),
                BenchmarkScene.TEXT);
    }

    @Override
    void read(Connection connection, int seq, boolean joined) throws SQLException {
        long to = seq;
        update(connection, read, to, to, CALLER, TENANT, BenchmarkScene.LONG, CALLER, to, to, now());
    }

    @Override
    void star(Connection connection, UUID message, boolean joined) throws SQLException {
        update(connection, star, CALLER, TENANT, message, now());
    }
}
