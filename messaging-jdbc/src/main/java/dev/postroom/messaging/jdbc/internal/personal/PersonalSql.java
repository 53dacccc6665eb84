package dev.postroom.messaging.jdbc.internal.personal;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.Lookup;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a party does in a thread for itself alone: it takes the party's own row and never waits for the thread. All that a
 * waiting statement looks at besides that row never changes, or only grows.
 */
public final class PersonalSql {

    private static final Rows MEMBER =
            new Rows("$member m", "m.tenant = :tenant and m.thread_id = :thread and m.party = :party");

    private static final String WITHIN = """
            :seq <= coalesce(m.until_seq, (select t.last_seq from $thread t
              where t.tenant = :tenant and t.id = :thread))""";

    private static final String UNREAD_TO = "greatest(:seq - 1, m.from_seq)";

    /** The message at {@code :seq}: a snapshot may not have it yet, although the thread's row counts it. */
    private static final Lookup AT_SEQ = new Lookup(
            new Rows("$message b", "b.tenant = :tenant and b.thread_id = :thread and b.seq = :seq"),
            List.of(Value.number("total_all", "b.total_all"), Value.number("total_notes", "b.total_notes")));

    static final LoggedChange READ_UP_TO = moved(
            "read up to",
            Optional.of(AT_SEQ),
            "m.read_seq < :seq and :seq <= coalesce(m.until_seq, :seq)",
            """
            read_total_all = value.total_all - %s,
              read_total_notes = value.total_notes - %s,
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq""".formatted(Fragments.myOwn("_all", ":seq"), Fragments.myOwn("_notes", ":seq")),
            ":seq");

    /** The last condition: where the window begins may be newer than what this statement sees of the messages. */
    static final LoggedChange UNREAD_FROM = moved(
            "unread from",
            Optional.empty(),
            """
            m.read_seq > %1$s and %2$s
              and (%1$s = 0 or exists (select 1 from $message x
                where x.tenant = :tenant and x.thread_id = m.thread_id and x.seq = %1$s))""".formatted(UNREAD_TO, WITHIN),
            """
            read_total_all = %s,
              read_total_notes = %s,
              read_seq = %s""".formatted(unread("_all"), unread("_notes"), UNREAD_TO),
            "m.read_seq");

    static final LoggedChange ARCHIVE =
            moved("archive", Optional.empty(), "m.archived_seq < :seq and " + WITHIN, "archived_seq = :seq", ":seq");

    static final LoggedChange UNARCHIVE =
            moved("unarchive", Optional.empty(), "m.archived_seq > 0", "archived_seq = 0", "0");

    static final LoggedChange DELETE = moved(
            "delete thread",
            Optional.of(AT_SEQ),
            "m.deleted_seq < :seq and :seq <= coalesce(m.until_seq, :seq)",
            """
            deleted_seq = :seq,
              from_seq = case when (select t.revive_history from $thread t where t.tenant = :tenant and t.id = :thread)
                then m.from_seq else greatest(m.from_seq, :seq) end,
              read_total_all = case when m.read_seq < :seq then value.total_all - %s else m.read_total_all end,
              read_total_notes = case when m.read_seq < :seq then value.total_notes - %s else m.read_total_notes end,
              read_seq = greatest(m.read_seq, :seq)""".formatted(Fragments.myOwn("_all", ":seq"), Fragments.myOwn("_notes", ":seq")),
            ":seq");

    /** Why a position did not move. */
    static final String FACTS = """
            /* postroom position facts */
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
            /* postroom unread threads */
            select u.thread_id, u.seq, u.read_total_all, u.read_total_notes from (%s union all %s) u order by u.thread_id
            """.formatted(UNREAD.formatted("m.maybe_unread = true"), UNREAD.formatted(InboxPlacement.LARGE));

    static final LoggedChange READ_ALL = moved("read all", Optional.empty(), "m.read_seq < :seq", """
            read_total_all = :read_total_all,
              read_total_notes = :read_total_notes,
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq""", ":seq");

    private static final Lookup MESSAGE = new Lookup(
            new Rows("$message x", "x.tenant = :tenant and x.id = :message"),
            List.of(
                    new Value("thread_id", Value.Type.UUID, "x.thread_id"),
                    Value.number("seq", "x.seq"),
                    Value.number("visibility", "x.visibility"),
                    Value.flag("counts", "x.countable and x.author <> :party")));

    private static final Rows MEMBER_OF_MESSAGE =
            new Rows("$member m", "m.tenant = :tenant and m.party = :party and m.thread_id = value.thread_id");

    private static final String SEES = Fragments.sees("value.");

    private static final String STAR_COLUMNS = "tenant, party, thread_id, seq, visibility";

    static final LoggedChange STAR_MESSAGE = ofMessage(
            "star message",
            new LoggedChange.Insert(
                    "$star",
                    STAR_COLUMNS,
                    ":tenant, :party, value.thread_id, value.seq, value.visibility",
                    "not " + Fragments.STARRED,
                    Optional.empty()));

    static final LoggedChange STAR_THREAD = ofThread(
            "star thread",
            new LoggedChange.Insert("$star", STAR_COLUMNS, ":tenant, :party, :thread, 0, 1", """
            not exists (select 1 from $star s
              where s.tenant = :tenant and s.party = m.party and s.thread_id = m.thread_id and s.seq = 0)""", Optional.empty()));

    static final LoggedChange UNSTAR_MESSAGE =
            ofMessage("unstar message", new LoggedChange.Delete(new Rows("$star c", """
            c.tenant = :tenant and c.party = :party and c.thread_id = value.thread_id and c.seq = value.seq""")));

    private static final Rows STARS =
            new Rows("$star c", "c.tenant = :tenant and c.party = :party and c.thread_id = :thread");

    static final LoggedChange UNSTAR_THREAD =
            ofThread("unstar thread", new LoggedChange.Delete(STARS.and("c.seq = 0")));

    static final LoggedChange UNSTAR_ALL = ofThread("unstar all", new LoggedChange.Delete(STARS));

    public static final LoggedChange HIDE = ofMessage(
            "hide",
            new LoggedChange.Insert(
                    "$hidden_message",
                    "tenant, party, thread_id, seq, counts, visibility",
                    ":tenant, :party, value.thread_id, value.seq, value.counts, value.visibility",
                    "not " + Fragments.HIDDEN,
                    Optional.of(new LoggedChange.Touch(
                            "last_hidden_seq = greatest(m.last_hidden_seq, value.seq)",
                            "m.last_hidden_seq >= value.seq"))));

    /** Whether the party sees the message, and whether it is starred or hidden. */
    public static final String MESSAGE_FACTS =
            """
            /* postroom message facts */
            select case when %s then true else false end as starred, case when %s then true else false end as hidden
            from $message x
            join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
            where x.tenant = :tenant and x.id = :message and %s [again]
            """.formatted(again(Fragments.STARRED), again(Fragments.HIDDEN), Fragments.SEES);

    /** Whether the party may star the thread, and how many stars are there. */
    static final String STAR_FACTS = """
            /* postroom star facts */
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

    /** A position in {@code :thread} moves. */
    private static LoggedChange moved(String name, Optional<Lookup> lookup, String guard, String set, String seq) {
        return new LoggedChange(
                name,
                lookup,
                MEMBER,
                Fragments.MAY_VIEW + " and " + guard,
                new LoggedChange.Update(set),
                ":thread",
                seq);
    }

    private static LoggedChange ofThread(String name, LoggedChange.Change change) {
        return new LoggedChange(name, Optional.empty(), MEMBER, Fragments.MAY_VIEW, change, ":thread", "0");
    }

    private static LoggedChange ofMessage(String name, LoggedChange.Change change) {
        return new LoggedChange(
                name, Optional.of(MESSAGE), MEMBER_OF_MESSAGE, SEES, change, "value.thread_id", "value.seq");
    }

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
