package dev.postroom.messaging.jdbc.internal.fragment;

/**
 * Parts of SQL texts. {@code m} is a member's row, {@code t} its thread, {@code x} a message of that thread. Rights are
 * tested with {@code mod}, the one form all databases have: VIEW is bit 1, SEND 2, INTERNAL 16.
 */
public final class Fragments {

    public static final String MAY_VIEW = "mod(m.rights, 2) = 1";

    static final String INTERNAL = "m.sees_notes";

    /**
     * Whether the member sees the message. Where the window begins is written so that no index is tried for it: of two
     * lower bounds on a descending column H2 takes the lower one, and a page of a long thread would read all before it.
     */
    public static final String SEES = sees("x.");

    /**
     * Whether the member deleted the message for itself. Counted, although one is all there can be: of {@code exists} some
     * databases make a look at the whole table.
     */
    public static final String HIDDEN = """
            ((select count(*) from $hidden_message k where k.tenant = :tenant and k.party = m.party
              and k.thread_id = m.thread_id and k.seq = x.seq) > 0)""";

    /** Whether pages leave the message out. The comparison spares most members the look. */
    public static final String SHOWN = "(m.last_hidden_seq < x.seq or not " + HIDDEN + ")";

    public static final String STARRED = """
            ((select count(*) from $star s where s.tenant = :tenant and s.party = m.party
              and s.thread_id = m.thread_id and s.seq = x.seq) > 0)""";

    public static final String READ = "(x.author = m.party or x.seq <= m.read_seq)";

    /** Whether a star {@code s} of the member's is one on a message, and the member sees it. */
    public static final String STAR_SEEN = """
            s.seq > 0 and s.seq > m.from_seq and s.seq <= coalesce(m.until_seq, s.seq)
            and (s.visibility = 1 or m.sees_notes)""";

    /** The highest seq the member can see, whatever kind of message it is. */
    public static final String LAST_SEQ = """
            case when m.sees_notes then coalesce(m.until_seq, t.last_seq)
              else coalesce(m.until_everyone, t.everyone_seq) end""";

    /**
     * How many messages are unread: what was written since the position, less the own ones among it, less what was taken
     * away again. The exceptions are looked up only if the last one lies behind the position.
     */
    public static final String UNREAD = """
            (case when mod(m.rights, 2) = 0 then 0 else
              coalesce(m.until_total_all, t.total_all) - m.own_all - m.read_total_all
              + case when m.sees_notes
                then coalesce(m.until_total_notes, t.total_notes) - m.own_notes - m.read_total_notes else 0 end
              - case when t.last_deleted_seq > m.read_seq then (
                  select count(*) from $deleted_message g
                  where g.tenant = :tenant and g.thread_id = m.thread_id and g.seq > m.read_seq
                    and g.seq <= coalesce(m.until_seq, g.seq) and g.author <> m.party
                    and (g.visibility = 1 or m.sees_notes)) else 0 end
              - case when m.last_hidden_seq > m.read_seq then (
                  select count(*) from $hidden_message k
                  where k.tenant = :tenant and k.party = m.party and k.thread_id = m.thread_id
                    and k.seq > m.read_seq and k.seq <= coalesce(m.until_seq, k.seq) and k.counts
                    and (k.visibility = 1 or m.sees_notes)
                    and not exists (select 1 from $deleted_message h
                      where h.tenant = :tenant and h.thread_id = k.thread_id and h.seq = k.seq)) else 0 end
            end)""";

    private Fragments() {}

    /** Does the same for a message whose seq and visibility have names that begin so. */
    public static String sees(String message) {
        return """
                mod(m.rights, 2) = 1 and %1$sseq - m.from_seq > 0 and %1$sseq <= coalesce(m.until_seq, %1$sseq)
                and (%1$svisibility = 1 or m.sees_notes)""".formatted(message);
    }

    /**
     * Counts the messages for everyone, or notes, up to a seq that are not the member's own; reads rows that do not
     * change.
     */
    public static String base(String suffix, String seq) {
        return base(suffix, seq, "m.tenant", "m.thread_id", "m.party");
    }

    /**
     * Does the same for {@code :party} in {@code :thread}. In an update, MariaDB would read all messages for
     * columns of that row.
     */
    public static String myBase(String suffix, String seq) {
        return base(suffix, seq, ":tenant", ":thread", ":party");
    }

    /** Counts the own messages for everyone, or notes, of {@code :party} in {@code :thread} up to a seq. */
    public static String myOwn(String suffix, String seq) {
        return own(suffix, seq, ":tenant", ":thread", ":party");
    }

    private static String base(String suffix, String seq, String tenant, String thread, String party) {
        return """
                coalesce((select b.total%s from $message b
                  where b.tenant = %s and b.thread_id = %s and b.seq = %s), 0)
                - %s""".formatted(suffix, tenant, thread, seq, own(suffix, seq, tenant, thread, party));
    }

    private static String own(String suffix, String seq, String tenant, String thread, String party) {
        return """
                coalesce((select o.own%s from $message o [by author]
                  where o.tenant = %s and o.thread_id = %s and o.author = %s and o.seq <= %s
                  order by [fixed o.tenant, o.thread_id, o.author] o.seq desc limit 1), 0)""".formatted(suffix, tenant, thread, party, seq);
    }
}
