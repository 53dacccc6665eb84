package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Boxes. Every page is a stretch of an index, so ORDER BY names all columns of that index with their direction, and a
 * place is compared as {@code a <= ? and (a < ? or b < ?)}: other forms make one database or another read the whole box.
 */
final class BoxSql {

    private static final String ACTIVITY = "m.activity_at";
    private static final String OWN = "m.sent_at";

    /** All that were sent: as a range, so that the index is not read on where it has no times. */
    private static final String SENT = "m.sent_at > -9223372036854775807";

    /** What is unread in the inbox, thread by thread. The thread is no join: PostgreSQL would read all there are. */
    static final String UNREAD = """
            select %1$s as unread from $member m
            where m.tenant = :tenant and m.party = :party and m.fresh = true and m.box = 1 and %1$s > 0
            order by m.tenant, m.party, m.fresh, m.box, m.activity_at desc, m.thread_id desc
            limit :limit
            """.formatted("(select " + Fragments.UNREAD
            + " from $thread t where t.tenant = m.tenant and t.id = m.thread_id)");

    static final String MEMBERS = """
            select z.* from (
              select v.id as thread_id, o.party, o.rights, o.joined_at, o.left_at, o.own_e,
                row_number() over (partition by v.id order by o.joined_at, o.party) as place
              from [threads]
              left join $member m on m.tenant = :tenant and m.thread_id = v.id and m.party = :party
              left join $member o on o.tenant = m.tenant and o.thread_id = m.thread_id and %s
              where mod(m.rights, 2) = 1) z
            where z.place <= :limit
            order by z.thread_id, z.place
            """;

    static final String PRESENT = MEMBERS.formatted("o.active = true");

    static final String SENDERS = MEMBERS.formatted("o.own_e > 0");

    private static final Map<Page, String> PAGES = pages();

    private BoxSql() {}

    static String page(Box box, Filter filter, boolean after) {
        return Objects.requireNonNull(PAGES.get(new Page(box, filter, after)));
    }

    private static Map<Page, String> pages() {
        Map<Page, String> pages = new HashMap<>();
        for (Box box : Box.values()) {
            for (Filter filter : Filter.values()) {
                pages.put(new Page(box, filter, false), text(box, filter, false));
                pages.put(new Page(box, filter, true), text(box, filter, true));
            }
        }
        return pages;
    }

    private static String text(Box box, Filter filter, boolean after) {
        return SummarySql.of(
                switch (box) {
                    case INBOX -> branch("m.box = 1", filter, after, ":limit offset :offset");
                    case ARCHIVED -> branch("m.box = 2", filter, after, ":limit offset :offset");
                    case SENT -> sent(filter, after);
                    case STARRED -> starred(filter, after);
                    case ALL -> all(filter, after);
                });
    }

    static String count(Box box, Filter filter) {
        String scope = switch (box) {
            case INBOX -> "m.box = 1";
            case ARCHIVED -> "m.box = 2";
            case SENT -> SENT;
            case ALL -> "m.box in (1, 2, 3, 4)";
            case STARRED -> "";
        };
        return "select count(*) as threads from "
                + (box == Box.STARRED ? stars(filter) : members(filter) + " and " + scope + passes(filter));
    }

    /** A stretch of the inbox index, or of the one that has unread threads apart. */
    private static String branch(String scope, Filter filter, boolean after, String limit) {
        String index = filter == Filter.UNREAD ? "m.tenant, m.party, m.fresh, m.box" : "m.tenant, m.party, m.box";
        return rows(ACTIVITY, filter)
                + " and "
                + scope
                + passes(filter)
                + behind(ACTIVITY, after)
                + " order by " + index + ", m.activity_at desc, m.thread_id desc limit " + limit;
    }

    private static String sent(Filter filter, boolean after) {
        return rows(OWN, filter)
                + " and "
                + SENT
                + passes(filter)
                + behind(OWN, after)
                + " order by m.tenant, m.party, m.sent_at desc, m.thread_id desc limit :limit offset :offset";
    }

    /** One branch for each part of the index: read as one, none of its parts would be in order. */
    private static String all(Filter filter, boolean after) {
        String branches = List.of("m.box = 1", "m.box = 2", "m.box = 3", "m.box = 4").stream()
                .map(scope -> "(" + branch(scope, filter, after, ":reach") + ")")
                .collect(Collectors.joining(" union all "));
        return "select u.* from (" + branches + ") u order by u.activity_at desc, u.thread_id desc"
                + " limit :limit offset :offset";
    }

    private static String starred(Filter filter, boolean after) {
        return "select m.*, m.activity_at as ordered_at from "
                + stars(filter)
                + behind(ACTIVITY, after)
                + " order by m.activity_at desc, m.thread_id desc limit :limit offset :offset";
    }

    /** Begins with the stars, which are few; outer joins, so that no planner begins with the threads. */
    private static String stars(Filter filter) {
        return "(select distinct f.thread_id from $star f where f.tenant = :tenant and f.party = :party) w"
                + " left join $member m on m.tenant = :tenant and m.thread_id = w.thread_id and m.party = :party"
                + (filter == Filter.ANY ? "" : " left join $thread t on t.tenant = m.tenant and t.id = m.thread_id")
                + " where m.box in (1, 2, 3) and exists (select 1 from $star s where s.tenant = m.tenant"
                + " and s.party = m.party and s.thread_id = m.thread_id and (s.seq = 0 or ("
                + Fragments.STAR_SEEN
                + ")))"
                + passes(filter);
    }

    private static String rows(String order, Filter filter) {
        return "select m.*, " + order + " as ordered_at from " + members(filter);
    }

    private static String members(Filter filter) {
        return "$member m"
                + (filter == Filter.ANY ? "" : " left join $thread t on t.tenant = m.tenant and t.id = m.thread_id")
                + " where m.tenant = :tenant and m.party = :party";
    }

    /** Only threads marked fresh can have unread messages; whether they do, the arithmetic says. */
    private static String passes(Filter filter) {
        return switch (filter) {
            case ANY -> "";
            case UNREAD -> " and m.fresh = true and " + Fragments.UNREAD + " > 0";
            case READ -> " and " + Fragments.UNREAD + " = 0";
        };
    }

    private static String behind(String order, boolean after) {
        return after
                ? " and " + order + " <= :after_at and (" + order + " < :after_at or m.thread_id < :after_thread)"
                : "";
    }

    private record Page(Box box, Filter filter, boolean after) {}
}
