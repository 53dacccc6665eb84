package dev.postroom.messaging.jdbc.internal.inspection;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must not be found: each text names the threads of all tenants for which its sentence is true. {@code detail} is a
 * seq or a party, never content.
 */
public final class SelfCheckSql {

    private static final String MESSAGES = "from $message x where x.tenant = t.tenant and x.thread_id = t.id";

    private static final String THREAD = "select t.tenant, t.id as thread_id, '' as detail from $thread t where ";

    private static final String MEMBER = "select m.tenant, m.thread_id, m.party as detail from $member m ";

    private static final String RUNNING = """
            select z.tenant, z.thread_id, cast(z.seq as varchar(20)) as detail from (
              select x.tenant, x.thread_id, x.seq, x.total_all, x.total_notes, x.own_all, x.own_notes,
                sum(case when x.countable and x.visibility = 1 then 1 else 0 end) over thread_part as real_all,
                sum(case when x.countable and x.visibility = 2 then 1 else 0 end) over thread_part as real_notes,
                sum(case when x.countable and x.visibility = 1 then 1 else 0 end) over author_part as mine_all,
                sum(case when x.countable and x.visibility = 2 then 1 else 0 end) over author_part as mine_notes
              from $message x
              window thread_part as (partition by x.tenant, x.thread_id order by x.seq),
                author_part as (partition by x.tenant, x.thread_id, x.author order by x.seq)) z
            where z.total_all <> z.real_all or z.total_notes <> z.real_notes or z.own_all <> z.mine_all or z.own_notes <> z.mine_notes
            """;

    private static final String LEADS_NOWHERE = """
            select s.tenant, s.thread_id, s.party as detail from %s s
            where not exists (select 1 from $member m
                where m.tenant = s.tenant and m.thread_id = s.thread_id and m.party = s.party)
              or (s.seq > 0 and not exists (select 1 from $message x
                where x.tenant = s.tenant and x.thread_id = s.thread_id and x.seq = s.seq
                  and x.visibility = s.visibility))
            """;

    private static final Map<String, String> CHECKS = checks();

    private SelfCheckSql() {}

    /** The texts by what each of them finds. */
    public static Map<String, String> all() {
        return CHECKS;
    }

    private static Map<String, String> checks() {
        Map<String, String> checks = new LinkedHashMap<>();
        checks.put("running totals of a message are wrong", RUNNING);
        checks.put(
                "seqs have gaps or do not end at the last one",
                THREAD + "t.last_seq <> (select count(*) " + MESSAGES + ") or t.last_seq <> (select "
                        + "coalesce(max(x.seq), 0) " + MESSAGES + ")");
        checks.put(
                "the last message is another one",
                THREAD + "t.last_seq > 0 and not exists (select 1 " + MESSAGES
                        + " and x.seq = t.last_seq and x.id = t.last_id and x.total_all = t.total_all"
                        + " and x.total_notes = t.total_notes)");
        checks.put("totals of no message", THREAD + "t.last_seq = 0 and (t.total_all <> 0 or t.total_notes <> 0)");
        checks.put(
                "the last seq for everyone is wrong",
                THREAD + "t.everyone_seq <> (select coalesce(max(x.seq), 0) " + MESSAGES + " and x.visibility = 1)");
        checks.put(
                "the last message to be shown is wrong",
                THREAD + "t.preview_all_seq <> (select coalesce(max(x.seq), 0) " + MESSAGES
                        + " and x.previewable and not x.deleted and x.visibility = 1) or t.preview_internal_seq <> (select "
                        + "coalesce(max(x.seq), 0) " + MESSAGES + " and x.previewable and not x.deleted)");
        checks.put(
                "the activity is not that of the last active message",
                THREAD + "t.activity_at <> coalesce((select max(x.created_at) " + MESSAGES
                        + " and x.active), t.created_at)");
        checks.put(
                "the last active message is another one, or the one before it",
                THREAD + """
                t.active_all_seq <> %1$s and x.visibility = 1)
                or t.active_internal_seq <> %1$s)
                or t.before_all_seq <> %1$s and x.visibility = 1 and x.seq < t.active_all_seq)
                or t.before_internal_seq <> %1$s and x.seq < t.active_internal_seq)
                or t.active_all_at <> coalesce((select max(x.created_at) %2$s and x.seq = t.active_all_seq), 0)
                """.formatted("(select coalesce(max(x.seq), 0) " + MESSAGES + " and x.active", MESSAGES));
        checks.put(
                "members are counted wrongly",
                THREAD + "t.member_count <> (select count(*) from $member m where m.tenant = t.tenant"
                        + " and m.thread_id = t.id and m.active)");
        checks.put(
                "the last deletion is another one",
                THREAD
                        + "t.last_deleted_seq <> (select coalesce(max(g.seq), 0) from $deleted_message g where g.tenant = t.tenant"
                        + " and g.thread_id = t.id)");
        checks.put("a deleted message is not noted, or one noted is not deleted", """
                select x.tenant, x.thread_id, cast(x.seq as varchar(20)) as detail from $message x
                where case when x.deleted and x.countable then 1 else 0 end <> (select count(*) from $deleted_message g
                  where g.tenant = x.tenant and g.thread_id = x.thread_id and g.seq = x.seq and g.author = x.author
                  and g.visibility = x.visibility)
                """);
        members(checks);
        rows(checks);
        return checks;
    }

    private static void members(Map<String, String> checks) {
        checks.put("own totals of a member are wrong", MEMBER + """
                where m.own_all <> coalesce((select max(x.own_all) from $message x where x.tenant = m.tenant
                    and x.thread_id = m.thread_id and x.author = m.party), 0)
                  or m.own_notes <> coalesce((select max(x.own_notes) from $message x where x.tenant = m.tenant
                    and x.thread_id = m.thread_id and x.author = m.party), 0)
                  or m.own_seq <> coalesce((select max(x.seq) from $message x where x.tenant = m.tenant
                    and x.thread_id = m.thread_id and x.author = m.party and x.active), 0)
                """);
        checks.put(
                "numbers of a read position are wrong",
                MEMBER + "where m.read_total_all <> " + Fragments.base("_all", "m.read_seq")
                        + " or m.read_total_notes <> " + Fragments.base("_notes", "m.read_seq"));
        checks.put("numbers of a past member are wrong", MEMBER + """
                where m.active <> (m.until_seq is null) or m.until_total_all <> coalesce((select x.total_all from $message x
                  where x.tenant = m.tenant and x.thread_id = m.thread_id and x.seq = m.until_seq), 0)
                  or m.until_total_notes <> coalesce((select x.total_notes from $message x
                  where x.tenant = m.tenant and x.thread_id = m.thread_id and x.seq = m.until_seq), 0)
                """);
        checks.put("the last hidden message of a member is another one", MEMBER + """
                where m.last_hidden_seq <> (select coalesce(max(k.seq), 0) from $hidden_message k where k.tenant = m.tenant
                  and k.party = m.party and k.thread_id = m.thread_id)
                """);
        checks.put("positions of a member are impossible", MEMBER + """
                join $thread t on t.tenant = m.tenant and t.id = m.thread_id
                where m.read_seq < m.from_seq or m.deleted_seq > t.last_seq
                  or m.archived_seq > t.last_seq or m.receipt_seq > t.last_seq or m.newest_seq > t.last_seq
                """);
        checks.put("a member's row is that of a large thread and should not, or the other way round", MEMBER + """
                join $thread t on t.tenant = m.tenant and t.id = m.thread_id
                where (m.large_seq is not null) <> (t.large and m.active)
                  or m.large_seq > t.last_seq or m.large_seq < m.own_seq
                """);
        checks.put("a member stands in another box than its positions say", MEMBER + """
                where m.maybe_unread <> (m.large_seq is null and m.newest_seq > m.read_seq)
                  or m.box <> case
                    when mod(m.rights, 2) = 0 then 0 when m.large_seq is not null then -1 when (m.newest_seq <= m.deleted_seq and m.own_seq <= m.deleted_seq) then 0
                    when not m.active then 4 when m.newest_seq <= m.deleted_seq then 3
                    when m.newest_seq <= m.archived_seq then 2 else 1 end
                  or coalesce(m.sent_at, -1) <> coalesce(case when m.active and mod(m.rights, 2) = 1
                    and m.own_seq > m.deleted_seq then m.own_at end, -1)
                """);
    }

    private static void rows(Map<String, String> checks) {
        checks.put("a star leads nowhere", LEADS_NOWHERE.formatted("$star"));
        checks.put("a hidden message leads nowhere", LEADS_NOWHERE.formatted("$hidden_message"));
        checks.put("a claim leads nowhere", """
                select k.tenant, k.thread_id, cast(k.seq as varchar(20)) as detail from $claim k
                where not exists (select 1 from $thread t where t.tenant = k.tenant and t.id = k.thread_id)
                  or (k.kind = 2 and not exists (select 1 from $message x where x.tenant = k.tenant
                    and x.id = k.message_id and x.thread_id = k.thread_id and x.seq = k.seq))
                """);
        checks.put("an author has no row of a member", """
                select x.tenant, x.thread_id, x.author as detail from $message x
                where not exists (select 1 from $member m where m.tenant = x.tenant and m.thread_id = x.thread_id
                  and m.party = x.author)
                """);
        for (String table : new String[] {"$message", "$member", "$deleted_message", "$log"}) {
            checks.put(
                    "a row of " + table.substring(1) + " has no thread",
                    "select distinct r.tenant, r.thread_id, '' as detail from " + table
                            + " r where not exists (select 1"
                            + " from $thread t where t.tenant = r.tenant and t.id = r.thread_id)");
        }
    }
}
