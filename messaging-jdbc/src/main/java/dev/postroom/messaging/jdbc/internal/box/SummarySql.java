package dev.postroom.messaging.jdbc.internal.box;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;

/**
 * Threads as they stand in somebody's mailbox: first the members' rows of a page, found and limited by an index; then,
 * for those few, the thread, the counts and the last message the reader can see.
 */
public final class SummarySql {

    /** The thread's own last message, as far as internal notes concern the reader. */
    private static final String THREADS_LAST =
            "case when m.sees_notes then t.preview_internal_seq else t.preview_all_seq end";

    /** That one, unless it lies outside the reader's window or may be hidden; then the reader's own last visible one. */
    private static final String LAST = """
            case when %1$s <= m.from_seq then null
              when %1$s <= coalesce(m.until_seq, %1$s) and m.last_hidden_seq < %1$s then %1$s
              else (select x.seq from $message x
                where x.tenant = :tenant and x.thread_id = m.thread_id and x.seq > m.from_seq
                  and x.seq <= coalesce(m.until_seq, %1$s) and %2$s and x.previewable and not x.deleted and %3$s
                order by [fixed x.tenant, x.thread_id] x.seq desc limit 1)
              end""".formatted(THREADS_LAST, Fragments.SEES, Fragments.SHOWN);

    /** The star on the thread itself, which counts beside those on its messages. */
    static final long THREAD_STAR = 1L << 40;

    /**
     * No derived table but that of the members, and outer joins although every thread is there: H2 compiles what is inside
     * of a derived table anew for each order of joins it considers, and of outer joins there is one order only.
     */
    @SuppressWarnings("InlineFormatString") // the text deserves its place and its comment
    private static final String SUMMARY = """
            select m.thread_id, m.ordered_at, m.rights, m.active, m.from_seq, m.read_seq, m.own_seq,
              m.deleted_seq, %s as box, %s as newest_seq, %s as activity_at,
              t.shape, t.subject, t.created_by, t.created_at, t.updated_at, t.member_count, t.closed_at, t.closed_by,
              t.revision,
              %s as visible_seq,
              %s as unread,
              (select sum(case when s.seq = 0 then %s when %s then 1 else 0 end)
                from $star s where s.tenant = :tenant and s.party = m.party and s.thread_id = m.thread_id) as stars,
              x.id as last_id, x.seq as last_seq, x.author as last_author, x.sent_at as last_sent_at,
              substring(x.text from 1 for :preview) as last_text
            from (%s) m
            [thread]
            left join $message x on x.tenant = :tenant and x.thread_id = m.thread_id and x.seq = %s
            order by m.ordered_at desc, m.thread_id desc
            """;

    /** One thread as a list: where MariaDB knows the member's row for a constant, it reads all messages there are. */
    public static final String FIND = of("summary", """
            select m.*, m.activity_at as ordered_at from [the thread]
            join $member m on m.tenant = :tenant and m.thread_id = v.id and m.party = :party
            where\s""" + Fragments.MAY_VIEW + " limit 1");

    private SummarySql() {}

    /**
     * The summaries of the rows that a text answers, under the name of an operation; the text has an {@code ordered_at}
     * besides a member's columns.
     */
    static String of(String operation, String members) {
        return "/* postroom " + operation + " */ "
                + SUMMARY.formatted(
                        InboxPlacement.BOX,
                        InboxPlacement.NEWEST,
                        InboxPlacement.ACTIVITY_AT,
                        Fragments.LAST_SEQ,
                        Fragments.UNREAD,
                        THREAD_STAR,
                        Fragments.STAR_SEEN,
                        members,
                        LAST);
    }
}
