package dev.postroom.messaging.jdbc.internal.fragment;

/**
 * Computes the place of a thread in the mailbox of a member: its newest message, its last activity, its box. In a small
 * thread the member's row {@code m} says so. In a large one the row says how things stood at {@code large_seq}, and the
 * thread {@code t} what came since. None of that is the member's own: an own message writes the row.
 */
public final class InboxPlacement {

    /** A party's rows of large threads: a stretch of the same index as its boxes. */
    public static final String LARGE = "m.box = -1";

    public static final String NEWEST = newest("t.");

    public static final String ACTIVITY_SEQ = activitySeq("t.");

    public static final String ACTIVITY_AT = activityAt("t.");

    /** A row of a large thread belongs to a member that may view it; in other threads the box is that of the row. */
    public static final String BOX = """
            case when m.box >= 0 then m.box
              when %1$s <= m.deleted_seq then case when m.own_seq <= m.deleted_seq then 0 else 3 end
              when %1$s <= m.archived_seq then 2 else 1 end""".formatted(NEWEST);

    private InboxPlacement() {}

    /** Uses columns of the thread, {@code "t."}, or parameters of the same names, {@code ":"}. */
    public static String newest(String thread) {
        return since(thread, lastSeq(thread), "m.newest_seq");
    }

    public static String activitySeq(String thread) {
        return since(thread, lastSeq(thread), "m.activity_seq");
    }

    public static String activityAt(String thread) {
        return since(thread, seen(thread + "active_all_at", thread + "activity_at"), "m.activity_at");
    }

    /** Selects one of two columns: the one with internal notes if the member sees those, else the one for everyone. */
    public static String seen(String forEveryone, String withNotes) {
        return "case when " + Fragments.INTERNAL + " then " + withNotes + " else " + forEveryone + " end";
    }

    private static String since(String thread, String then, String otherwise) {
        return "case when m.large_seq < " + lastSeq(thread) + " then " + then + " else " + otherwise + " end";
    }

    private static String lastSeq(String thread) {
        return seen(thread + "active_all_seq", thread + "active_internal_seq");
    }
}
