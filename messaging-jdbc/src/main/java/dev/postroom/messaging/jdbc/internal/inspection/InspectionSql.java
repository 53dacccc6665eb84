package dev.postroom.messaging.jdbc.internal.inspection;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;

/** All there is of one thread. */
public final class InspectionSql {

    static final String THREAD = """
            /* postroom inspect thread */
            select t.* from $thread t where t.tenant = :tenant and t.id = :thread
            """;

    static final String MESSAGES = """
            /* postroom inspect messages */
            select x.id, x.seq, x.author, x.visibility, x.countable, x.active, x.previewable, x.deleted, x.created_at,
              char_length(x.text) as text_length
            from $message x where x.tenant = :tenant and x.thread_id = :thread order by x.seq
            """;

    static final String MEMBERS = """
            /* postroom inspect members */
            select m.*, %s as unread, %s as current_newest, %s as current_activity_seq, %s as current_activity_at
            from $member m join $thread t on t.tenant = :tenant and t.id = m.thread_id
            where m.tenant = :tenant and m.thread_id = :thread order by m.joined_at, m.party
            """.formatted(
                    Fragments.UNREAD, InboxPlacement.NEWEST, InboxPlacement.ACTIVITY_SEQ, InboxPlacement.ACTIVITY_AT);

    static final String STARS = """
            /* postroom inspect stars */
            select s.party, s.seq from $star s where s.tenant = :tenant and s.thread_id = :thread
              and s.party in (select m.party from $member m where m.tenant = :tenant and m.thread_id = :thread)
            """;

    static final String HIDDEN = """
            /* postroom inspect hidden */
            select k.party, k.seq from $hidden_message k where k.tenant = :tenant and k.thread_id = :thread
              and k.party in (select m.party from $member m where m.tenant = :tenant and m.thread_id = :thread)
            """;

    static final String KEYS = """
            /* postroom inspect keys */
            select k.name, k.message_id from $claim k
            where k.tenant = :tenant and k.thread_id = :thread and k.kind = 2 order by k.seq
            """;

    static final String LOG = """
            /* postroom inspect log */
            select l.tenant, l.thread_id, l.kind, l.seq, l.party, l.actor, l.happened_at
            from $log l where l.tenant = :tenant and l.thread_id = :thread order by l.id
            """;

    private InspectionSql() {}
}
