package dev.postroom.messaging.jdbc.internal.box;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;
import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.spi.BoxQuery.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Boxes. Every page is a range of an index, so ORDER BY names the columns of that index with their direction, and a
 * place is compared as {@code a <= ? and (a < ? or b < ?)}: other forms make one database or another read the whole box.
 * The party's large threads are no such stretch: all of them are looked at each time, and merged.
 */
public final class BoxSql {

    private static final String ALL = "1, 2, 3, 4";
    private static final String FRESH = " and m.maybe_unread = true";
    private static final String MINE = "$member m [thread] where m.tenant = :tenant and m.party = :party";
    private static final String OWN = "m.sent_at";

    /** All that were sent: as a range, so that the index is not read on where it has no times. */
    private static final String SENT = "m.sent_at > -9223372036854775807";

    private static final String LARGE_SENT = InboxPlacement.LARGE + " and m.sent_at is not null";

    /** Selects the unread count of each thread in the inbox. */
    static final String UNREAD = unread(" and " + Fragments.UNREAD + " > 0");

    /** Selects the same, with threads whose unread messages were all deleted; they cost no second read. */
    static final String MAYBE_UNREAD = unread("");

    static final String MEMBERS = """
            /* postroom members of threads */
            select z.* from (
              select v.id as thread_id, o.party, o.rights, o.joined_at, o.left_at, o.own_all,
                row_number() over (partition by v.id order by o.joined_at, o.party) as place
              from [threads]
              left join $member m on m.tenant = :tenant and m.thread_id = v.id and m.party = :party
              left join $member o on o.tenant = :tenant and o.thread_id = m.thread_id and %s
              where mod(m.rights, 2) = 1) z
            where z.place <= :limit
            order by z.thread_id, z.place
            """;

    static final String PRESENT = MEMBERS.formatted("o.active = true");

    static final String SENDERS = MEMBERS.formatted("o.own_all > 0");

    private static final Map<Page, String> PAGES = pages();

    /**
     * H2 answers a part of a union from the result it had before if nothing has changed but a parameter of its LIMIT; a
     * parameter of its condition it looks at.
     */
    private static final String REACHING = " and :reach > 0";

    private static final Map<First, String> FIRST = new ConcurrentHashMap<>();

    private BoxSql() {}

    private static String unread(String passes) {
        return """
            /* postroom unread */
            select u.unread from (
              (select %1$s as unread, m.activity_at as ordered_at, m.thread_id from $member m [thread]
                where m.tenant = :tenant and m.party = :party and m.maybe_unread = true and m.box = 1%5$s and :limit > 0
                order by [fixed m.tenant, m.party, m.maybe_unread, m.box] m.activity_at desc, m.thread_id desc limit :limit)
              union all
              (select %1$s as unread, %2$s as ordered_at, m.thread_id from $member m [thread]
                where m.tenant = :tenant and m.party = :party and %3$s and %4$s = 1%5$s)) u
            order by u.ordered_at desc, u.thread_id desc
            limit :limit
            """.formatted(
                        Fragments.UNREAD, InboxPlacement.ACTIVITY_AT, InboxPlacement.LARGE, InboxPlacement.BOX, passes);
    }

    public static String page(Box box, Filter filter, boolean after) {
        return Objects.requireNonNull(PAGES.get(new Page(box, filter, after)));
    }

    /**
     * Selects the same without an offset, and with its length in the text: of a length that is a parameter PostgreSQL
     * assumes that it is a tenth of the box, and plans each page anew. Only for lengths that many ask for, as there are
     * thirty texts for each.
     */
    static String first(Box box, Filter filter, boolean after, int limit) {
        return FIRST.computeIfAbsent(
                new First(new Page(box, filter, after), limit),
                first -> page(box, filter, after)
                        .replace(" offset :offset", "")
                        .replace(":limit", Integer.toString(limit))
                        .replace(":reach", Integer.toString(limit)));
    }

    /** Whether pages of that many rows are asked for by many: one more than tens up to a hundred, and 25. */
    static boolean isUsual(int limit) {
        return limit == 26 || (limit > 1 && limit <= 101 && limit % 10 == 1);
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
                box.name().toLowerCase(Locale.ROOT),
                switch (box) {
                    case INBOX -> merged(List.of("m.box = 1"), "1", filter, after);
                    case ARCHIVED -> merged(List.of("m.box = 2"), "2", filter, after);
                    case SENT -> sent(filter, after);
                    case STARRED -> starred(filter, after);
                    case ALL -> merged(List.of("m.box = 1", "m.box = 2", "m.box = 3", "m.box = 4"), ALL, filter, after);
                });
    }

    public static String count(Box box, Filter filter) {
        return "/* postroom count */ select "
                + switch (box) {
                    case INBOX -> count("m.box = 1", "1", filter);
                    case ARCHIVED -> count("m.box = 2", "2", filter);
                    case SENT ->
                        filter == Filter.UNREAD
                                ? count(SENT + FRESH, filter) + " + " + count(LARGE_SENT, filter)
                                : count(SENT, filter);
                    case ALL -> count("m.box in (" + ALL + ")", ALL, filter);
                    case STARRED -> "(select count(*) from " + stars(filter) + ")";
                }
                + " as threads";
    }

    private static String count(String small, String boxes, Filter filter) {
        return count(small + maybeUnread(filter), filter) + " + (select count(*) from " + large(boxes, filter) + ")";
    }

    private static String count(String scope, Filter filter) {
        return "(select count(*) from " + members(filter) + " and " + scope + passes(filter) + ")";
    }

    /** One branch for each part of the index, for read as one none of its parts would be in order; and one without it. */
    private static String merged(List<String> small, String boxes, Filter filter, boolean after) {
        Stream<String> branches = small.stream().map(scope -> branch(scope, filter, after));
        return merged(Stream.concat(branches, Stream.of(largeBranch(boxes, filter, after))));
    }

    private static String merged(Stream<String> branches) {
        return branches.collect(Collectors.joining(") union all (", "(", ")"))
                + " order by ordered_at desc, thread_id desc limit :limit offset :offset";
    }

    /** A stretch of the inbox index, or of the one that has unread threads apart. */
    private static String branch(String scope, Filter filter, boolean after) {
        String index =
                filter == Filter.UNREAD ? "m.tenant, m.party, m.maybe_unread, m.box" : "m.tenant, m.party, m.box";
        return rows("m.activity_at")
                + members(filter)
                + " and "
                + scope
                + maybeUnread(filter)
                + passes(filter)
                + behind("m.activity_at", after)
                + REACHING
                + " order by [fixed " + index + "] m.activity_at desc, m.thread_id desc limit :reach";
    }

    private static String largeBranch(String boxes, Filter filter, boolean after) {
        return rows(InboxPlacement.ACTIVITY_AT)
                + large(boxes, filter)
                + behind(InboxPlacement.ACTIVITY_AT, after)
                + REACHING
                + " order by ordered_at desc, m.thread_id desc limit :reach";
    }

    private static String large(String boxes, Filter filter) {
        return MINE + " and " + InboxPlacement.LARGE + " and " + InboxPlacement.BOX + " in (" + boxes + ")"
                + passes(filter);
    }

    /** An own message writes its author's row in large threads too, so there is one index for all that were sent. */
    private static String sent(Filter filter, boolean after) {
        if (filter == Filter.UNREAD) {
            return merged(Stream.of(SENT + FRESH, LARGE_SENT)
                    .map(scope -> sent(scope, filter, after) + REACHING
                            + " order by ordered_at desc, m.thread_id desc limit :reach"));
        }
        return sent(SENT, filter, after)
                + " order by [fixed m.tenant, m.party] m.sent_at desc, m.thread_id desc limit :limit offset :offset";
    }

    private static String sent(String scope, Filter filter, boolean after) {
        return rows(OWN) + members(filter) + " and " + scope + passes(filter) + behind(OWN, after);
    }

    private static String starred(Filter filter, boolean after) {
        return rows(InboxPlacement.ACTIVITY_AT)
                + stars(filter)
                + behind(InboxPlacement.ACTIVITY_AT, after)
                + " order by ordered_at desc, m.thread_id desc limit :limit offset :offset";
    }

    /** Begins with the stars, which are few; outer joins, so that no planner begins with the threads. */
    private static String stars(Filter filter) {
        return "(select distinct f.thread_id from $star f where f.tenant = :tenant and f.party = :party) w"
                + " left join $member m on m.tenant = :tenant and m.thread_id = w.thread_id and m.party = :party"
                + " [thread] where " + InboxPlacement.BOX + " in (1, 2, 3) and exists (select 1 from $star s"
                + " where s.tenant = :tenant and s.party = m.party and s.thread_id = m.thread_id and (s.seq = 0 or ("
                + Fragments.STAR_SEEN
                + ")))"
                + passes(filter);
    }

    private static String rows(String order) {
        return "select m.*, " + order + " as ordered_at from ";
    }

    private static String members(Filter filter) {
        return filter == Filter.ANY ? MINE.replace(" [thread]", "") : MINE;
    }

    /** A small thread can have unread messages only if maybe_unread is true. */
    private static String maybeUnread(Filter filter) {
        return filter == Filter.UNREAD ? FRESH : "";
    }

    /** Whether a thread has unread messages, the arithmetic says. */
    private static String passes(Filter filter) {
        return switch (filter) {
            case ANY -> "";
            case UNREAD -> " and " + Fragments.UNREAD + " > 0";
            case READ -> " and " + Fragments.UNREAD + " = 0";
        };
    }

    private static String behind(String order, boolean after) {
        return after
                ? " and " + order + " <= :after_at and (" + order + " < :after_at or m.thread_id < :after_thread)"
                : "";
    }

    private record Page(Box box, Filter filter, boolean after) {}

    private record First(Page page, int limit) {}
}
