package dev.postroom.messaging.jdbc.internal.thread;

/** Changing threads, under the thread's lock. */
public final class ThreadSql {

    static final String LOCK = """
            /* postroom lock thread */
            select t.shape, t.subject, t.closed_at, t.revision, t.member_count, t.min_members, t.revive_history,
              t.created_at, t.last_seq, t.everyone_seq, t.total_all, t.total_notes,
              t.large, t.active_all_seq, t.active_internal_seq, t.active_all_at, t.activity_at
            from $thread t where t.tenant = :tenant and t.id = :thread for update
            """;

    static final String MEMBER = """
            /* postroom member */
            select m.rights, m.active from $member m
            where m.tenant = :tenant and m.thread_id = :thread and m.party = :party [newest]
            """;

    /** A row for each party, also of those that never were members: a lost answer is not taken for an empty one. */
    static final String NAMED = """
            /* postroom named members */
            select v.id as party, m.active from [parties]
            left join $member m on m.tenant = :tenant and m.thread_id = :thread and m.party = v.id [newest]
            """;

    static final String RENAME = """
            /* postroom rename */
            update $thread t set subject = :subject, revision = t.revision + 1, updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String CLOSE = """
            /* postroom close */
            update $thread t set closed_at = :at, closed_by = :party, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String REOPEN = """
            /* postroom reopen */
            update $thread t set closed_at = null, closed_by = null, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String RECOUNT = """
            /* postroom count members */
            update $thread t set member_count = t.member_count + :change, large = :large, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    private ThreadSql() {}
}
