package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;

/** Members who come and go, under the thread's lock; the thread's numbers are parameters, read with the lock. */
public final class MembershipSql {

    /** The columns of a member's row that are not generated. */
    static final String COLUMNS = """
            tenant, thread_id, party, rights, active, joined_at, left_at, from_seq, until_seq,
            until_everyone, until_total_all, until_total_notes, read_seq, receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at,
            newest_seq, deleted_seq, archived_seq, last_hidden_seq, activity_seq, activity_at, large_seq""";

    /** The newest active message of somebody else in the window of a new member. */
    private static final String NEWEST = """
            case when :full then coalesce((select x.seq from $message x
              where x.tenant = :tenant and x.thread_id = :thread and x.active and x.author <> :member
                and x.seq > case when :revive_history then 0 else m.deleted_seq end
                and (x.visibility = 1 or :internal)
              order by [fixed x.tenant, x.thread_id] x.seq desc limit 1), 0) else 0 end""";

    /** The last active message whose visibility a new member sees, if the past is its own too. */
    private static final String LAST_ACTIVE = """
            case when :full then coalesce((select x.%s from $message x
              where x.tenant = :tenant and x.thread_id = :thread and x.active and (x.visibility = 1 or :internal)
              order by [fixed x.tenant, x.thread_id] x.seq desc limit 1), %2$s) else %2$s end""";

    /** Joins what it looks up, because a subquery of an insert may lose its value ({@link Dialect#losesValues}). */
    static final String JOIN = """
            /* postroom join */
            insert into $member (%3$s)
            select :tenant, :thread, :member, :rights, true, :at, null, case when :full then 0 else :last_seq end, null,
              null, null, null, :last_seq, 0, :total_all, :total_notes, 0, 0, 0, null,
              coalesce(n.seq, 0), 0, 0, 0, coalesce(a.seq, 0), coalesce(a.created_at, t.created_at),
              case when :large then :last_seq end
            from $thread t
            left join (%1$s and x.author <> :member %2$s) n on n.seq > 0
            left join (%1$s %2$s) a on a.seq > 0
            where t.tenant = :tenant and t.id = :thread
            """.formatted("""
            select x.seq, x.created_at from $message x
              where x.tenant = :tenant and x.thread_id = :thread and x.active and :full
                and (x.visibility = 1 or :internal)""", "order by [fixed x.tenant, x.thread_id] x.seq desc limit 1", COLUMNS);

    /** Totals of own messages, receipts, archive and delete positions, stars and hidden messages go on. */
    static final String JOIN_AGAIN = """
            /* postroom join again */
            update $member m set
              rights = :rights,
              active = true,
              joined_at = :at,
              left_at = null,
              until_seq = null,
              until_everyone = null,
              until_total_all = null,
              until_total_notes = null,
              newest_seq = %1$s,
              activity_at = %2$s,
              activity_seq = %3$s,
              from_seq = case when not :full then :last_seq when :revive_history then 0 else m.deleted_seq end,
              read_total_all = :total_all - m.own_all,
              read_total_notes = :total_notes - m.own_notes,
              read_seq = :last_seq,
              large_seq = case when :large then :last_seq else m.large_seq end
            where m.tenant = :tenant and m.thread_id = :thread and m.party = :member
            """.formatted(
                    NEWEST, LAST_ACTIVE.formatted("created_at", ":created_at"), LAST_ACTIVE.formatted("seq", "0"));

    /** Brings the row of a large thread up to date and makes it that of a small one. */
    private static final String SETTLED =
            """
            activity_at = %s,
              activity_seq = %s,
              newest_seq = %s,
              large_seq = null""".formatted(InboxPlacement.activityAt(":"), InboxPlacement.activitySeq(":"), InboxPlacement.newest(":"));

    /** Keeps the rights VIEW and INTERNAL, so that what was seen until now stays readable. */
    static final String LEAVE = """
            /* postroom leave */
            update $member m set %s,
              active = false, left_at = :at, until_seq = :last_seq,
              rights = mod(m.rights, 2) + case when m.sees_notes then 16 else 0 end,
              until_everyone = :everyone_seq, until_total_all = :total_all, until_total_notes = :total_notes
            where m.tenant = :tenant and m.thread_id = :thread and m.party = :member
            """.formatted(SETTLED);

    /** The thread became large: its members' rows, right as of now, stay as they are from now on. */
    static final String GROWN = """
            /* postroom grown */
            update $member m set large_seq = :last_seq
            where m.tenant = :tenant and m.thread_id = :thread and m.active and m.large_seq is null
            """;

    /** The thread is small again. */
    static final String SHRUNK = """
            /* postroom shrunk */
            update $member m set %s
            where m.tenant = :tenant and m.thread_id = :thread and m.large_seq is not null
            """.formatted(SETTLED);

    private MembershipSql() {}
}
