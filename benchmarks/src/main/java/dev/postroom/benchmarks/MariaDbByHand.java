package dev.postroom.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * MariaDB: a compound statement for each job, one round trip. Its handler undoes what was done where the connection would
 * otherwise go on with half of it.
 */
final class MariaDbByHand extends ByHand {

    private static final String BEGIN = """
            begin not atomic
              declare exit handler for sqlexception begin rollback; resignal; end;
              set transaction isolation level read committed;
              start transaction;
            """;

    private final String send = table("""
            select t.last_seq + 1, greatest(?, t.activity_at + 1) into @seq, @at
              from $thread t where t.tenant = ? and t.id = ? for update;
            update $thread t set last_id = ?, updated_at = greatest(t.updated_at, @at),
              total_all = t.total_all + 1, everyone_seq = @seq, preview_all_seq = @seq, preview_internal_seq = @seq,
              before_all_seq = t.active_all_seq, before_internal_seq = t.active_internal_seq, active_all_seq = @seq, active_internal_seq = @seq,
              active_all_at = @at, activity_at = @at, last_seq = @seq
            where t.tenant = ? and t.id = ?;
            update $member m set
              own_all = case when m.party = ? then m.own_all + 1 else m.own_all end,
              own_seq = case when m.party = ? then @seq else m.own_seq end,
              own_at = case when m.party = ? then @at else m.own_at end,
              newest_seq = case when m.party = ? then m.newest_seq else @seq end,
              activity_seq = @seq, activity_at = @at
            where m.tenant = ? and m.thread_id = ? and m.active;
            insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
              deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes)
            select t.tenant, t.id, t.last_seq, t.last_id, m.party, 1, 1, true, true, true, false, ?, null, ?,
              t.activity_at, t.total_all, t.total_notes, m.own_all, m.own_notes
            from $thread t join $member m on m.tenant = t.tenant and m.thread_id = t.id and m.party = ?
            where t.tenant = ? and t.id = ?;
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
              values (?, ?, 10, @seq, null, ?, ?);
            """);

    private final String create = table("""
            insert into $thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
              last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq, member_count, revision,
              on_closed, reply_reads, unanswered, revive_history, min_members,
              large, active_all_seq, active_internal_seq, active_all_at)
            values (?, ?, 2, ?, ?, ?, ?, ?, 1, ?, 1, 1, 0, 1, 1, 0, ?, 1, 1, 1, false, false, 1, ?, 1, 1, ?);
            insert into $member (tenant, thread_id, party, rights, active, joined_at, from_seq, read_seq, receipt_seq,
              read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at, newest_seq, deleted_seq, archived_seq, last_hidden_seq,
              activity_seq, activity_at, large_seq)
            select ?, ?, v.party, case when v.party = ? then 15 else 7 end, true, ?, 0, 0, 0, 0, 0,
              case when v.party = ? then 1 else 0 end, 0, case when v.party = ? then 1 else 0 end,
              case when v.party = ? then ? end, case when v.party = ? and ? > 1 then 0 else 1 end, 0, 0, 0, 1, ?,
              case when ? then 1 end
            from json_table(?, '$[*]' columns (party varchar(257) collate utf8mb4_nopad_bin path '$')) v;
            insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
              deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes)
            values (?, ?, 1, ?, ?, 1, 1, true, true, true, false, ?, null, ?, ?, 1, 0, 1, 0);
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            values (?, ?, 1, 0, null, ?, ?), (?, ?, 10, 1, null, ?, ?);
            """);

    private final String read = table("""
            update $member m
            join $message b on b.tenant = m.tenant and b.thread_id = m.thread_id and b.seq = ?
            left join $message o on o.tenant = m.tenant and o.thread_id = m.thread_id and o.seq = (
              select max(p.seq) from $message p
              where p.tenant = ? and p.thread_id = ? and p.author = ? and p.seq <= ?)
            set m.read_total_all = b.total_all - coalesce(o.own_all, 0), m.read_total_notes = b.total_notes - coalesce(o.own_notes, 0),
              m.receipt_seq = greatest(m.receipt_seq, ?), m.read_seq = ?
            where m.tenant = ? and m.thread_id = ? and m.party = ? and m.read_seq < ?;
            if row_count() > 0 then
              insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at) values (?, ?, 30, ?, ?, ?, ?);
            end if;
            """);

    private final String star = table("""
            select x.thread_id, x.seq, x.visibility into @thread, @seq, @visibility from $message x
              join $member m on m.tenant = x.tenant and m.thread_id = x.thread_id and m.party = ?
              where x.tenant = ? and x.id = ?;
            insert ignore into $star (tenant, party, thread_id, seq, visibility) values (?, ?, @thread, @seq, @visibility);
            if row_count() > 0 then
              insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
              values (?, @thread, 40, @seq, ?, ?, ?);
            end if;
            """);

    MariaDbByHand(HikariDataSource source, String prefix) {
        super(source, prefix);
    }

    @Override
    boolean isTransaction(Job job) {
        return false;
    }

    @Override
    Object given(UUID id) {
        return id.toString();
    }

    private static void run(Connection connection, String text, boolean joined, Object... values) throws SQLException {
        update(connection, joined ? "begin not atomic\n" + text + "end" : BEGIN + text + "commit;\nend", values);
    }

    @Override
    void send(Connection connection, UUID id, boolean joined) throws SQLException {
        String thread = id.toString();
        String message = newId().toString();
        long at = now();
        run(
                connection,
                send,
                joined,
                at,
                TENANT,
                thread,
                message,
                TENANT,
                thread,
                CALLER,
                CALLER,
                CALLER,
                CALLER,
                TENANT,
                thread,
                BenchmarkScene.TEXT,
                at,
                CALLER,
                TENANT,
                thread,
                TENANT,
                thread,
                CALLER,
                at);
    }

    @Override
    void create(Connection connection, List<String> members, boolean joined) throws SQLException {
        String id = newId().toString();
        String first = newId().toString();
        long at = now();
        int count = members.size();
        boolean large = count > BenchmarkScene.LARGE;
        String parties = members.stream().map(name -> "\"u:" + name + '"').collect(Collectors.joining(",", "[", "]"));
        run(
                connection,
                create,
                joined,
                TENANT,
                id,
                BenchmarkScene.SUBJECT,
                STARTER,
                at,
                at,
                at,
                first,
                count,
                large,
                at,
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
                parties,
                TENANT,
                id,
                first,
                STARTER,
                BenchmarkScene.TEXT,
                at,
                at,
                TENANT,
                id,
                STARTER,
                at,
                TENANT,
                id,
                STARTER,
                at);
    }

    @Override
    void read(Connection connection, int seq, boolean joined) throws SQLException {
        String thread = BenchmarkScene.LONG.toString();
        long to = seq;
        run(
                connection,
                read,
                joined,
                to,
                TENANT,
                thread,
                CALLER,
                to,
                to,
                to,
                TENANT,
                thread,
                CALLER,
                to,
                TENANT,
                thread,
                to,
                CALLER,
                CALLER,
                now());
    }

    @Override
    void star(Connection connection, UUID message, boolean joined) throws SQLException {
        run(
                connection,
                star,
                joined,
                CALLER,
                TENANT,
                message.toString(),
                TENANT,
                CALLER,
                TENANT,
                CALLER,
                CALLER,
                now());
    }
}
