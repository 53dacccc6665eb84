package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import java.util.Optional;

/** Messages: what one consists of, and reading them as a party sees them. */
public final class MessageSql {

    private static final String COLUMNS = """
            x.id, x.thread_id, x.seq, x.author, x.kind, x.visibility, x.text, x.quoted_seq, x.sent_at, x.created_at,
            x.deleted,
            case when %s then true else false end as is_read,
            case when %s then true else false end as is_starred
            """.formatted(Fragments.READ, Fragments.STARRED);

    /** Columns of messages that are {@link Fragments#SHOWN}, for which that is not looked up once more. */
    private static final String SHOWN_COLUMNS = COLUMNS + ", false as is_hidden";

    static final String FIND = """
            /* postroom message */
            select %s, case when %s then true else false end as is_hidden from $message x
            join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
            where x.tenant = :tenant and x.id = :message and %s
            """.formatted(COLUMNS, Fragments.HIDDEN, Fragments.SEES);

    static final String RANGE_UP = up(":seq");

    static final String RANGE_UP_FROM_UNREAD = up("m.read_seq + 1");

    static final String RANGE_DOWN = range(
            "greatest(least(:seq, " + Fragments.LAST_SEQ + "), m.from_seq)",
            "x.seq > m.start_seq - :seqs and x.seq <= m.start_seq",
            "case when m.start_seq - :seqs > m.from_seq then m.start_seq - :seqs end");

    static final String LATEST = latest("", "", "x.seq > m.last_seq - :seqs and x.seq <= m.last_seq");

    /** Selects the same on MariaDB seq by seq, because MariaDB reads no range of an index that differs from row to row. */
    static final String LATEST_SEQS = latest(", n.seqs", "cross join [offsets]", "x.seq = m.last_seq - m.seqs");

    /**
     * Selects a row for each recipient, or one row without a party if the message has none. No row means that the reader
     * does not see the message. Only joins decide which rows there are, no subquery in a condition, so the statement cannot
     * lose them ({@link Dialect#losesValues}). The limit keeps a planner from merging the derived table, which has one row.
     */
    static final String RECIPIENTS = """
            /* postroom recipients */
            select x.id, x.thread_id, x.seq, x.rights, m.party,
              case when %1$s then true else false end as is_read,
              case when %2$s then true else false end as is_starred,
              case when %3$s then true else false end as is_hidden
            from (select x.id, x.thread_id, x.seq, x.author, x.visibility, m.rights
              from $message x
              join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
              where x.tenant = :tenant and x.id = :message and %4$s limit 1) x
            left join $thread t on t.tenant = :tenant and t.id = x.thread_id
            left join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and %4$s
              and (x.author <> m.party or (m.active and t.member_count = 1))
            order by m.joined_at, m.party
            """.formatted(Fragments.READ, Fragments.STARRED, Fragments.HIDDEN, Fragments.SEES);

    private MessageSql() {}

    /** The insert of a message with these values. */
    public static Insert insert(String values, Optional<Rows> from) {
        return new Insert("message", "$message", """
                tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
                  deleted, text, quoted_seq, sent_at, created_at, total_all, total_notes, own_all, own_notes""", values, from, Expected.ONE);
    }

    /** As in a range, the readers' rows first, a table that no planner merges with what stands around it. */
    private static String latest(String column, String numbers, String within) {
        return """
                /* postroom latest messages */
                select %s from (
                  select m.tenant, m.thread_id, m.party, m.rights, m.sees_notes, m.from_seq, m.until_seq, m.read_seq, m.last_hidden_seq,
                    %s as last_seq%s
                  from [threads]
                  left join $member m on m.tenant = :tenant and m.thread_id = v.id and m.party = :party
                  [thread] %s
                  limit 1000000) m
                left join $message x on x.tenant = :tenant and x.thread_id = m.thread_id and %s and %s and %s
                where x.seq is not null
                order by x.thread_id, x.seq
                """.formatted(
                        SHOWN_COLUMNS, Fragments.LAST_SEQ, column, numbers, within, Fragments.SEES, Fragments.SHOWN);
    }

    private static String up(String start) {
        return range(
                "least(greatest(" + start + ", m.from_seq + 1), " + Fragments.LAST_SEQ + " + 1)",
                "x.seq >= m.start_seq and x.seq < m.start_seq + :seqs",
                "case when m.start_seq + :seqs <= m.last_seq then m.start_seq + :seqs end");
    }

    /**
     * A row for each message, or one without any; each says where the rest begins. The reader's row is a table by itself,
     * limited so that no planner merges it with what stands around it. MariaDB then has it before it looks for a range.
     * For PostgreSQL all that is asked of a message speaks of this one table; of conditions that speak of several it may
     * take some to the index and read a whole thread for the others. Not ordered: MariaDB would order the texts, too.
     */
    private static String range(String start, String within, String next) {
        return """
                /* postroom thread page */
                select %s, %s as next_seq
                from (select m.tenant, m.thread_id, m.party, m.rights, m.sees_notes, m.from_seq, m.until_seq, m.read_seq, m.last_hidden_seq,
                    %s as last_seq, %s as start_seq
                  from $member m left join $thread t on t.tenant = :tenant and t.id = m.thread_id
                  where m.tenant = :tenant and m.thread_id = :thread and m.party = :party and %s limit 1) m
                left join $message x on x.tenant = :tenant and x.thread_id = m.thread_id and %s and %s and %s
                """.formatted(
                        SHOWN_COLUMNS,
                        next,
                        Fragments.LAST_SEQ,
                        start,
                        Fragments.MAY_VIEW,
                        within,
                        Fragments.SEES,
                        Fragments.SHOWN);
    }
}
