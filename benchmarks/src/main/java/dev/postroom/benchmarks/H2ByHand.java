package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** H2: a statement for each table, and a commit; numbers that one statement computed are handed to the next. */
final class H2ByHand extends ByHand {

    private final String advance = table("""
            select t.last_seq, t.activity_at, t.total_all, t.total_notes from final table (
              update $thread t set last_id = ?, updated_at = greatest(t.updated_at, ?, t.activity_at + 1),
                activity_at = greatest(?, t.activity_at + 1), total_all = t.total_all + 1, last_seq = t.last_seq + 1,
                everyone_seq = t.last_seq + 1, preview_all_seq = t.last_seq + 1, preview_internal_seq = t.last_seq + 1,
                before_all_seq = t.active_all_seq, before_internal_seq = t.active_internal_seq, active_all_seq = t.last_seq + 1,
                active_internal_seq = t.last_seq + 1, active_all_at = greatest(?, t.activity_at + 1)
              where t.tenant = ? and t.id = ?) t
            """);

    private final String members = table("""
            select m.party, m.own_all, m.own_notes from final table (
              update $member m set
                own_all = case when m.party = ? then m.own_all + 1 else m.own_all end,
                own_seq = case when m.party = ? then ? else m.own_seq end,
                own_at = case when m.party = ? then ? else m.own_at end,
                newest_seq = case when m.party = ? then m.newest_seq else ? end,
                activity_seq = ?, activity_at = ?
              where m.tenant = ? and m.thread_id = ? and m.active) m
            where m.party = ?
            """);

    private final String message = table("""
            insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
              deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes)
            values (?, ?, ?, ?, ?, 1, 1, true, true, true, false, ?, null, ?, ?, ?, ?, ?, ?)
            """);

    private final String log = table("""
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at) values (?, ?, ?, ?, null, ?, ?)
            """);

    private final String thread = table("""
            insert into $thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
              last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq, member_count, revision,
              on_closed, reply_reads, unanswered, revive_history, min_members,
              large, active_all_seq, active_internal_seq, active_all_at)
            values (?, ?, 2, ?, ?, ?, ?, ?, 1, ?, 1, 1, 0, 1, 1, 0, ?, 1, 1, 1, false, false, 1, ?, 1, 1, ?)
            """);

    private final String join = table("""
            insert into $member (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq, receipt_seq,
              read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq, last_hidden_seq,
              activity_seq, activity_at, large_seq)
            select ?, ?, v.party, case when v.party = ? then 15 else 7 end, true, ?, 0, 0, 0, 0, 0,
              case when v.party = ? then 1 else 0 end, 0, case when v.party = ? then 1 else 0 end,
              case when v.party = ? then ? end, case when v.party = ? and ? > 1 then 0 else 1 end, 0, 0, 0, 1, ?,
              case when ? then 1 end
            from unnest(?) v(party)
            """);

    private final String both = table("""
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            values (?1, ?2, 1, 0, null, ?3, ?4), (?1, ?2, 10, 1, null, ?3, ?4)
            """);

    private final String read = table("""
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select c.tenant, c.thread_id, 30, c.read_seq, c.party, c.party, ?1 from final table (
              update $member m set
                read_total_all = (select b.total_all from $message b
                    where b.tenant = m.tenant and b.thread_id = m.thread_id and b.seq = ?2)
                  - coalesce((select o.own_all from $message o
                    where o.tenant = m.tenant and o.thread_id = m.thread_id and o.author = m.party and o.seq <= ?2
                    order by o.tenant, o.thread_id, o.author, o.seq desc limit 1), 0),
                read_total_notes = (select b.total_notes from $message b
                    where b.tenant = m.tenant and b.thread_id = m.thread_id and b.seq = ?2)
                  - coalesce((select o.own_notes from $message o
                    where o.tenant = m.tenant and o.thread_id = m.thread_id and o.author = m.party and o.seq <= ?2
                    order by o.tenant, o.thread_id, o.author, o.seq desc limit 1), 0),
                receipt_seq = greatest(m.receipt_seq, ?2), read_seq = ?2
              where m.tenant = ?3 and m.thread_id = ?4 and m.party = ?5 and m.read_seq < ?2) c
            """);

    private final String star = table("""
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            select c.tenant, c.thread_id, 40, c.seq, c.party, c.party, ? from final table (
              insert into $star (tenant, party, thread_id, seq, visibility)
              select x.tenant, m.party, x.thread_id, x.seq, x.visibility from $message x
              join $member m on m.tenant = x.tenant and m.thread_id = x.thread_id and m.party = ?
              where x.tenant = ? and x.id = ? and not exists (select 1 from $star s
                where s.tenant = m.tenant and s.party = m.party and s.thread_id = x.thread_id and s.seq = x.seq)) c
            """);

    H2ByHand(HikariDataSource source, String prefix) {
        super(source, prefix);
    }

    @Override
    boolean isTransaction(Job job) {
        return switch (job) {
            case SEND, CREATE_1, CREATE_10, CREATE_1000 -> true;
            default -> false;
        };
    }

    @Override
    void send(Connection connection, UUID thread, boolean joined) throws SQLException {
        UUID id = newId();
        long now = now();
        long[] sum = query(connection, advance, H2ByHand::numbers, id, now, now, now, TENANT, thread)
                .get(0);
        long seq = sum[0];
        long at = sum[1];
        long[] own = query(
                        connection,
                        members,
                        row -> new long[] {row.getLong(2), row.getLong(3)},
                        CALLER,
                        CALLER,
                        seq,
                        CALLER,
                        at,
                        CALLER,
                        seq,
                        seq,
                        at,
                        TENANT,
                        thread,
                        CALLER)
                .get(0);
        update(
                connection,
                message,
                TENANT,
                thread,
                seq,
                id,
                CALLER,
                BenchmarkScene.TEXT,
                now,
                at,
                sum[2],
                sum[3],
                own[0],
                own[1]);
        update(connection, log, TENANT, thread, 10, seq, CALLER, now);
    }

    private static long[] numbers(java.sql.ResultSet row) throws SQLException {
        return new long[] {row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)};
    }

    @Override
    void create(Connection connection, List<String> users, boolean joined) throws SQLException {
        UUID id = newId();
        UUID first = newId();
        long at = now();
        String[] parties = users.stream().map(name -> "u:" + name).toArray(String[]::new);
        int count = parties.length;
        boolean large = count > BenchmarkScene.LARGE;
        update(connection, thread, TENANT, id, BenchmarkScene.SUBJECT, STARTER, at, at, at, first, count, large, at);
        update(
                connection,
                join,
                TENANT,
                id,
                STARTER,
                at,
                STARTER,
                STARTER,
                STARTER,
                at,
                STARTER,
                count,
                at,
                large,
                connection.createArrayOf("varchar", parties));
        update(connection, message, TENANT, id, 1, first, STARTER, BenchmarkScene.TEXT, at, at, 1, 0, 1, 0);
        update(connection, both, TENANT, id, STARTER, at);
    }

    @Override
    void read(Connection connection, int seq, boolean joined) throws SQLException {
        update(connection, read, now(), (long) seq, TENANT, BenchmarkScene.LONG, CALLER);
    }

    @Override
    void star(Connection connection, UUID id, boolean joined) throws SQLException {
        update(connection, star, now(), CALLER, TENANT, id);
    }
}
