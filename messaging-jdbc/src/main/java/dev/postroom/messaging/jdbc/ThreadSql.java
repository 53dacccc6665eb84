package dev.postroom.messaging.jdbc;

/** Creating and changing threads. All changes happen under the thread's lock. */
final class ThreadSql {

    static final String INSERT = """
            insert into $thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
              last_id, everyone_seq, total_e, total_i, preview_e_seq, preview_i_seq, gone_seq, member_count, revision,
              closed_at, closed_by, on_closed, reply_reads, unanswered, revive_history, min_members,
              large, active_e_seq, active_i_seq, active_e_at, before_e_seq, before_i_seq)
            values (:tenant, :thread, :shape, :subject, :party, :at, :at, :at, :last_seq,
              :message, :everyone_seq, :count_e, :count_i, :preview_e_seq, :preview_i_seq, 0, :member_count, 1,
              null, null, :on_closed, :reply_reads, :unanswered, :revive_history, :min_members,
              :large, :active_e_seq, :active_i_seq, :active_e_at, 0, 0)
            """;

    static final String INSERT_MEMBER = """
            insert into $member (tenant, thread_id, party, rights, active, joined_at, left_at, from_seq, until_seq,
              until_everyone, until_e, until_i, read_seq, receipt_seq, base_e, base_i, own_e, own_i, own_seq, own_at,
              newest_seq, deleted_seq, archived_seq, mark_seq, activity_seq, activity_at, large_seq)
            values (:tenant, :thread, :member, :rights, true, :at, null, 0, null,
              null, null, null, 0, 0, 0, 0, :own_e, :own_i, :own_seq, :own_at,
              :newest_seq, 0, 0, 0, :activity_seq, :at, :large_seq)
            """;

    static final String INSERT_MESSAGE = """
            insert into $message (tenant, thread_id, seq, id, author, kind, visibility, countable, active, previewable,
              deleted, text, quoted_seq, sent_at, created_at, total_e, total_i, own_e, own_i)
            values (:tenant, :thread, 1, :message, :party, :kind, :visibility, :countable, :active, :previewable,
              false, :text, :quoted_seq, :sent_at, :at, :count_e, :count_i, :count_e, :count_i)
            """;

    static final String INSERT_LOG = """
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            values (:tenant, :thread, :type, :seq, :whose, :actor, :at)
            """;

    static final String LOCK = """
            select t.shape, t.subject, t.closed_at, t.revision, t.member_count, t.min_members, t.revive_history,
              t.created_at, t.last_seq, t.everyone_seq, t.total_e, t.total_i,
              t.large, t.active_e_seq, t.active_i_seq, t.active_e_at, t.activity_at
            from $thread t where t.tenant = :tenant and t.id = :thread for update
            """;

    static final String MEMBER = """
            select m.rights, m.active from $member m
            where m.tenant = :tenant and m.thread_id = :thread and m.party = :party [newest]
            """;

    static final String NAMED = """
            select m.party, m.active from [parties]
            left join $member m on m.tenant = :tenant and m.thread_id = :thread and m.party = v.id
            where m.party is not null [newest]
            """;

    static final String RENAME = """
            update $thread t set subject = :subject, revision = t.revision + 1, updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String CLOSE = """
            update $thread t set closed_at = :at, closed_by = :party, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String REOPEN = """
            update $thread t set closed_at = null, closed_by = null, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    static final String RECOUNT = """
            update $thread t set member_count = t.member_count + :change, large = :large, revision = t.revision + 1,
              updated_at = greatest(t.updated_at, :at)
            where t.tenant = :tenant and t.id = :thread
            """;

    private ThreadSql() {}
}
