package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;

/** Deleting a message for everyone: under the thread's lock, touching no member's row. */
public final class DeleteSql {

    private static final String BEFORE = """
            coalesce((select x.seq from $message x
              where x.tenant = :tenant and x.thread_id = :thread and x.seq < :seq and x.previewable and not x.deleted%s
              order by [fixed x.tenant, x.thread_id] x.seq desc limit 1), 0)""";

    static final String LOCK = """
            /* postroom lock thread of message */
            select t.id, t.revision, t.last_deleted_seq, t.preview_all_seq, t.preview_internal_seq, t.updated_at from $thread t
            where t.tenant = :tenant
              and t.id = (select x.thread_id from $message x where x.tenant = :tenant and x.id = :message)
            for update
            """;

    static final String FACTS = """
            /* postroom delete facts */
            select x.seq, x.author, x.visibility, x.countable, x.deleted, m.rights, m.active
            from $message x
            join $member m on m.tenant = :tenant and m.thread_id = x.thread_id and m.party = :party
            where x.tenant = :tenant and x.id = :message and\s""" + Fragments.SEES + " [newest]";

    static final String TOMBSTONE = """
            /* postroom tombstone */
            update $message x set deleted = true, text = ''
            where x.tenant = :tenant and x.thread_id = :thread and x.seq = :seq
            """;

    static final String COUNT = """
            /* postroom count deleted */
            insert into $deleted_message (tenant, thread_id, seq, author, visibility)
            select x.tenant, x.thread_id, x.seq, x.author, x.visibility from $message x
            where x.tenant = :tenant and x.thread_id = :thread and x.seq = :seq and x.countable
            """;

    static final String THREAD = """
            /* postroom delete from thread */
            update $thread t set
              last_deleted_seq = case when :countable then greatest(t.last_deleted_seq, :seq) else t.last_deleted_seq end,
              preview_all_seq = case when t.preview_all_seq = :seq then %s else t.preview_all_seq end,
              preview_internal_seq = case when t.preview_internal_seq = :seq then %s else t.preview_internal_seq end,
              updated_at = case when :for_all then greatest(t.updated_at, :at) else t.updated_at end
            where t.tenant = :tenant and t.id = :thread
            """.formatted(BEFORE.formatted(" and x.visibility = 1"), BEFORE.formatted(""));

    private DeleteSql() {}
}
