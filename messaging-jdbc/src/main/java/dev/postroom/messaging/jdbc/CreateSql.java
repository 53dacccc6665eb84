package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import java.util.ArrayList;
import java.util.List;

/** A new thread: its claim if it has one; and unless somebody else was first with that, the thread and all that is in it. */
final class CreateSql {

    static final String COLUMNS = """
            insert into $thread (tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
              last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq, member_count, revision,
              closed_at, closed_by, on_closed, reply_reads, unanswered, revive_history, min_members,
              large, active_all_seq, active_internal_seq, active_all_at, before_all_seq, before_internal_seq)
            """;

    static final String VALUES = """
            :tenant, :thread, :shape, :subject, :party, :at, :at, :at, :last_seq,
              :message, :everyone_seq, :count_all, :count_notes, :preview_all_seq, :preview_internal_seq, 0, :member_count, 1,
              null, null, :on_closed, :reply_reads, :unanswered, :revive_history, :min_members,
              :large, :active_all_seq, :active_internal_seq, :active_all_at, 0, 0""";

    static final String THREAD = COLUMNS + "values (" + VALUES + ")";

    /** Whether the member sees the first message. */
    private static final String SEEN = ":active and (:for_all or mod(v.rights, 32) >= 16)";

    /** What the first message is for its author, it is never unread. */
    static final String MEMBERS = """
            insert into $member (tenant, thread_id, party, rights, active, joined_at, left_at, from_seq, until_seq,
              until_everyone, until_total_all, until_total_notes, read_seq, receipt_seq, read_total_all, read_total_notes, own_all, own_notes, own_seq, own_at,
              newest_seq, deleted_seq, archived_seq, last_hidden_seq, activity_seq, activity_at, large_seq)
            select :tenant, :thread, v.id, v.rights, true, :at, null, 0, null, null, null, null, 0, 0, 0, 0,
              case when v.id = :party then :count_all else 0 end, case when v.id = :party then :count_notes else 0 end,
              case when v.id = :party and :active then 1 else 0 end, case when v.id = :party and :active then :at end,
              case when %1$s and (v.id <> :party or :member_count = 1 or :unanswered) then 1 else 0 end,
              0, 0, 0, case when %1$s then 1 else 0 end, :at, case when :large then :last_seq end
            from [members]""".formatted(SEEN);

    static final String MESSAGE = MessageSql.INSERT + """
            values (:tenant, :thread, 1, :message, :party, :kind, :visibility, :countable, :active, :previewable,
              false, :text, :quoted_seq, :sent_at, :at, :count_all, :count_notes, :count_all, :count_notes)
            """;

    private static final String LOG = """
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            values (:tenant, :thread, %s, 0, null, :actor, :at)""".formatted(ChangeType.THREAD_CREATED.code());

    private static final String LOG_MESSAGE =
            LOG + ", (:tenant, :thread, %s, 1, null, :actor, :at)".formatted(ChangeType.MESSAGE_CREATED.code());

    /**
     * The claim tells whose the thread is, for both are there or neither. A look at a thread that is not there would lock
     * its place on MariaDB, where all new threads go.
     */
    private static final String CLAIMANT = """
            select 1 as answer, case when k.thread_id = :thread then k.thread_id end as created,
              k.thread_id, k.message_id, k.seq, k.fingerprint, k.created_at
            from (select 1 as one) o
            left join $claim k on k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim
            [newest]
            """;

    private static final List<Script> SCRIPTS =
            List.of(written(false, false), written(false, true), written(true, false), written(true, true));

    private CreateSql() {}

    /** The log rows of a thread, and of its message if it has one. */
    static String log(boolean message) {
        return message ? LOG_MESSAGE : LOG;
    }

    /** The whole in one round trip. */
    static Script script(boolean claimed, boolean message) {
        return SCRIPTS.get((claimed ? 2 : 0) + (message ? 1 : 0));
    }

    private static Script written(boolean claimed, boolean message) {
        List<Script.Part> parts = new ArrayList<>();
        if (claimed) {
            parts.add(Script.claiming(ClaimSql.INSERT));
        }
        parts.add(Script.deciding(THREAD, claimed));
        parts.add(Script.following(MEMBERS, ":member_count"));
        if (message) {
            parts.add(Script.following(MESSAGE, "1"));
        }
        parts.add(Script.following(log(message), ":last_seq + 1"));
        return new Script(
                List.copyOf(parts),
                "select 1 as answer, 1 as created",
                claimed ? CLAIMANT : "select 1 as answer, null as created, null as thread_id");
    }
}
