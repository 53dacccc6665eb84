package dev.postroom.messaging.jdbc;

/**
 * What a party does in a thread for itself alone: it takes the party's own row and never waits for the thread. All that a
 * waiting statement looks at besides that row never changes, or only grows.
 */
final class PersonalSql {

    static final String MINE =
            "m.tenant = :tenant and m.thread_id = :thread and m.party = :party and mod(m.rights, 2) = 1";

    private static final String WITHIN = """
            :seq <= coalesce(m.until_seq, (select t.last_seq from $thread t
              where t.tenant = :tenant and t.id = :thread))""";

    /** The numbers of a message that is not seen yet would be none: the row may know of it first. */
    private static final String THERE = """
            :seq <= coalesce(m.until_seq, :seq) and exists (select 1 from $message x
              where x.tenant = :tenant and x.thread_id = m.thread_id and x.seq = :seq)""";

    private static final String UNREAD_TO = "greatest(:seq - 1, m.from_seq)";

    static final LoggedChange READ_UP_TO = LoggedChange.ofMine(
            """
            update $member m set
              read_total_all = %s,
              read_total_notes = %s,
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq
            where %s and m.read_seq < :seq and %s
            """.formatted(Fragments.myBase("_all", ":seq"), Fragments.myBase("_notes", ":seq"), MINE, THERE),
            "c.read_seq");

    /** The last condition: where the window begins may be newer than what this statement sees of the messages. */
    static final LoggedChange UNREAD_FROM =
            LoggedChange.ofMine("""
            update $member m set
              read_total_all = %1$s,
              read_total_notes = %2$s,
              read_seq = %3$s
            where %4$s and m.read_seq > %3$s and %5$s
              and (%3$s = 0 or exists (select 1 from $message x
                where x.tenant = :tenant and x.thread_id = m.thread_id and x.seq = %3$s))
            """.formatted(unread("_all"), unread("_notes"), UNREAD_TO, MINE, WITHIN), "c.read_seq");

    static final LoggedChange ARCHIVE = LoggedChange.ofMine(
            "update $member m set archived_seq = :seq where " + MINE + " and m.archived_seq < :seq and " + WITHIN,
            "c.archived_seq");

    static final LoggedChange UNARCHIVE = LoggedChange.ofMine(
            "update $member m set archived_seq = 0 where " + MINE + " and m.archived_seq > 0", "c.archived_seq");

    static final LoggedChange DELETE = LoggedChange.ofMine(
            """
            update $member m set
              deleted_seq = :seq,
              from_seq = case when (select t.revive_history from $thread t where t.tenant = :tenant and t.id = :thread)
                then m.from_seq else greatest(m.from_seq, :seq) end,
              read_total_all = case when m.read_seq < :seq then %s else m.read_total_all end,
              read_total_notes = case when m.read_seq < :seq then %s else m.read_total_notes end,
              read_seq = greatest(m.read_seq, :seq)
            where %s and m.deleted_seq < :seq and %s
            """.formatted(Fragments.myBase("_all", ":seq"), Fragments.myBase("_notes", ":seq"), MINE, THERE),
            "c.deleted_seq");

    /** Why a position did not move. */
    static final String FACTS = """
            select t.last_seq, m.party, m.rights, m.until_seq, m.from_seq, m.read_seq, m.archived_seq, m.deleted_seq
            from $thread t left join $member m
              on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
            where t.tenant = :tenant and t.id = :thread [again]
            """;

    private static final String UNREAD = """
            select m.thread_id, coalesce(m.until_seq, t.last_seq) as seq,
              coalesce(m.until_total_all, t.total_all) - m.own_all as read_total_all, coalesce(m.until_total_notes, t.total_notes) - m.own_notes as read_total_notes
            from $member m [thread]
            where m.tenant = :tenant and m.party = :party and %%s and %s > 0
            """.formatted(Fragments.UNREAD);

    /** All threads with unread messages, with the numbers that belong to their last seq. */
    static final String ALL_UNREAD =
            """
            select u.thread_id, u.seq, u.read_total_all, u.read_total_notes from (%s union all %s) u order by u.thread_id
            """.formatted(UNREAD.formatted("m.maybe_unread = true"), UNREAD.formatted(InboxPlacement.LARGE));

    static final LoggedChange READ_ALL = LoggedChange.ofMine("""
            update $member m set
              read_total_all = :read_total_all,
              read_total_notes = :read_total_notes,
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq
            where %s and m.read_seq < :seq
            """.formatted(MINE), "c.read_seq");

    /** Takes note that the message is hidden, if it is visible and not hidden yet. */
    static final String RAISE_HIDDEN = """
            update $member m set last_hidden_seq = greatest(m.last_hidden_seq,
              (select x.seq from $message x where x.tenant = :tenant and x.id = :message))
            where m.tenant = :tenant and m.party = :party
              and m.thread_id = (select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)
              and exists (select 1 from $message x where x.tenant = :tenant and x.id = :message and %s and not %s)
            """.formatted(Fragments.SEES, Fragments.HIDDEN);

    /** Spares a failing insert, where one fails. */
    static final String UNSTARRED = " and not " + Fragments.STARRED;

    static final String UNSTARRED_THREAD = """
             and not exists (select 1 from $star s
            where s.tenant = :tenant and s.party = m.party and s.thread_id = m.thread_id and s.seq = 0)
            """;

    static final LoggedChange STAR_MESSAGE = LoggedChange.insert("""
            insert into $star (tenant, party, thread_id, seq, visibility)
            select x.tenant, m.party, x.thread_id, x.seq, x.visibility
            from $message x
            join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
            where x.tenant = :tenant and x.id = :message and %s""".formatted(Fragments.SEES) + UNSTARRED, """
            $star c where c.tenant = :tenant and c.party = :party
              and c.thread_id = (select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)
              and c.seq = (select x.seq from $message x where x.tenant = :tenant and x.id = :message)
            """);

    static final LoggedChange STAR_THREAD = LoggedChange.insert("""
            insert into $star (tenant, party, thread_id, seq, visibility)
            select m.tenant, m.party, m.thread_id, 0, 1 from $member m
            where %s""".formatted(MINE) + UNSTARRED_THREAD, """
            $star c where c.tenant = :tenant and c.party = :party and c.thread_id = :thread and c.seq = 0
            """);

    static final LoggedChange UNSTAR_MESSAGE = LoggedChange.delete("""
            $star c where c.tenant = :tenant and c.party = :party
              and c.thread_id = (select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)
              and c.seq = (select x.seq from $message x
                join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
                where x.tenant = :tenant and x.id = :message and %s)
            """.formatted(Fragments.SEES));

    private static final String UNSTAR = """
            $star c where c.tenant = :tenant and c.party = :party and c.thread_id = :thread
              and exists (select 1 from $member m where %s)""".formatted(MINE);

    static final LoggedChange UNSTAR_THREAD = LoggedChange.delete(UNSTAR + " and c.seq = 0");

    static final LoggedChange UNSTAR_ALL = LoggedChange.delete(UNSTAR);

    /** Whether the party sees the message, and whether it is starred or hidden. */
    static final String MESSAGE_FACTS =
            """
            select case when %s then true else false end as starred, case when %s then true else false end as hidden
            from $message x
            join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
            where x.tenant = :tenant and x.id = :message and %s [again]
            """.formatted(again(Fragments.STARRED), again(Fragments.HIDDEN), Fragments.SEES);

    /** Whether the party may star the thread, and how many stars are there. */
    static final String STAR_FACTS = """
            select m.party, m.rights,
              (select count(*) from $star s where s.tenant = :tenant and s.party = m.party
                and s.thread_id = m.thread_id and s.seq = 0 [again]) as thread_stars,
              (select count(*) from $star s where s.tenant = :tenant and s.party = m.party
                and s.thread_id = m.thread_id [again]) as stars
            from $thread t left join $member m
              on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
            where t.tenant = :tenant and t.id = :thread [again]
            """;

    private PersonalSql() {}

    /** The base at {@link #UNREAD_TO}; mostly at a seq that no row has to be read for. */
    private static String unread(String suffix) {
        return "case when :seq - 1 >= m.from_seq then " + Fragments.myBase(suffix, "(:seq - 1)") + "\n  else "
                + Fragments.myBase(suffix, "m.from_seq") + " end";
    }

    /** A count in parentheses, of rows that are read anew. */
    private static String again(String count) {
        return count.replace(") > 0)", " [again]) > 0)");
    }
}
