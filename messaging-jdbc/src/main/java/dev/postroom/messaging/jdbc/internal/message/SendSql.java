package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.fragment.Fragments;
import dev.postroom.messaging.jdbc.internal.fragment.InboxPlacement;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Assignment;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.spi.Refusal;
import java.util.List;

/**
 * A message to an existing thread: the texts of its plan. {@code t} is the locked thread, {@code m} a member's row. The
 * parameters that follow from the message's kind and visibility are constants in the texts that are sent.
 */
public final class SendSql {

    static final Rows THREAD = new Rows("$thread t", "t.tenant = :tenant and t.id = :thread");

    static final Rows AUTHOR =
            new Rows("$member m", "m.tenant = :tenant and m.thread_id = :thread and m.party = :party");

    /** The author's row, where the thread is one that was looked for. */
    private static final Rows AUTHOR_OF_THREAD =
            new Rows("$member m", "m.tenant = :tenant and m.thread_id = t.id and m.party = :party");

    /** Locks several threads, one after the other. */
    static final String LOCK = "/* postroom lock thread */ select t.last_seq" + THREAD.from() + " for update";

    static final String READ_TO = "case t.reply_reads when 1 then :seen when 2 then t.last_seq else 0 end";

    private static final String QUOTED = """
            when not exists (select 1 from $message x
              where x.tenant = :tenant and x.thread_id = t.id and x.seq = :quoted and %s) then %s
            """.formatted(Fragments.SEES, Codes.REFUSAL.of(Refusal.QUOTED_MISSING));

    /** The code of the first guard that fails; 0 if all hold. */
    private static final String REFUSAL = """
            case when t.id is null then %s
              when m.party is null then %s
              when not m.active then %s
              when mod(m.rights, 4) < 2 or (:visibility <> 1 and not m.sees_notes) then %s
              when t.closed_at is not null and t.on_closed = 1 then %s
              when :revision <> -1 and :revision <> t.revision then %s
              when :seen > t.last_seq then %s
              %%selse 0 end""".formatted(
                    Codes.REFUSAL.of(Refusal.MISSING),
                    Codes.REFUSAL.of(Refusal.NOT_MEMBER),
                    Codes.REFUSAL.of(Refusal.PAST_MEMBER),
                    Codes.REFUSAL.of(Refusal.FORBIDDEN),
                    Codes.REFUSAL.of(Refusal.CLOSED),
                    Codes.REFUSAL.of(Refusal.STALE),
                    Codes.REFUSAL.of(Refusal.BEYOND_LAST));

    /** The assignments of a message to the row of its thread. */
    static final String ADVANCED = """
            last_id = :message,
              updated_at = case when :for_all then greatest(t.updated_at, value.created_at) else t.updated_at end,
              total_all = value.total_all,
              total_notes = value.total_notes,
              everyone_seq = case when :for_all then value.last_seq else t.everyone_seq end,
              preview_all_seq = case when :previewable and :for_all then value.last_seq else t.preview_all_seq end,
              preview_internal_seq = case when :previewable then value.last_seq else t.preview_internal_seq end,
              before_all_seq = value.before_all_seq,
              before_internal_seq = value.before_internal_seq,
              active_all_seq = case when :active and :for_all then value.last_seq else t.active_all_seq end,
              active_internal_seq = case when :active then value.last_seq else t.active_internal_seq end,
              active_all_at = case when :active and :for_all then value.activity_at else t.active_all_at end,
              activity_at = value.activity_at,
              last_seq = value.last_seq""";

    /** A closed thread whose rule says so is open again. */
    static final String REOPENED = """
            revision = case when value.reopens then t.revision + 1 else t.revision end,
              closed_at = case when value.reopens then null else t.closed_at end,
              closed_by = case when value.reopens then null else t.closed_by end,
            """;

    /** The newest message for the author before this one. */
    private static final String BEFORE = "case when m.large_seq < %1$s then %1$s else m.newest_seq end"
            .formatted(InboxPlacement.seen("value.before_all_seq", "value.before_internal_seq"));

    /** The assignments of a message to the row of a member. */
    static final String MEMBER = """
            own_all = m.own_all + case when m.party = :party then :count_all else 0 end,
              own_notes = m.own_notes + case when m.party = :party then :count_notes else 0 end,
              own_at = case when m.party = :party and :active then value.activity_at else m.own_at end,
              own_seq = case when m.party = :party and :active then value.last_seq else m.own_seq end,
              newest_seq = case
                when not :active then m.newest_seq
                when m.party <> :party or value.member_count = 1
                  or (%1$s = 0 and value.unanswered) then value.last_seq
                else %1$s end,
              activity_at = case when :active then value.activity_at else m.activity_at end,
              activity_seq = case when :active then value.last_seq else m.activity_seq end,
              large_seq = case when :active and m.large_seq is not null then value.last_seq else m.large_seq end""".formatted(BEFORE);

    /** The assignments of reading up to {@code value.read_to} to the author's row. */
    static final List<Assignment> READ = List.of(
            new Assignment("read_total_all", Fragments.myBase("_all", "value.read_to")),
            new Assignment("read_total_notes", Fragments.myBase("_notes", "value.read_to")),
            new Assignment("receipt_seq", "greatest(m.receipt_seq, value.read_to)"),
            new Assignment("read_seq", "value.read_to"));

    /** The rows of the members that see a message. */
    static final Rows MEMBERS = new Rows("$member m", """
            m.tenant = :tenant and m.thread_id = :thread
              and (m.party = :party or (:active and m.active and (:visibility = 1 or m.sees_notes)))""");

    /** In a large thread a message writes its author's row alone. */
    static final WritePlan.Only AUTHOR_ALONE = new WritePlan.Only("large", "m.party", ":party");

    static final String MESSAGE = """
            m.tenant, m.thread_id, value.last_seq, :message, m.party, :kind, :visibility, :countable, :active,
              :previewable, false, :text, :quoted_seq, :sent_at, value.created_at, value.total_all, value.total_notes,
              m.own_all, m.own_notes""";

    static final String CLAIM = """
            :tenant, :claim_kind, :claim, :thread, :message, value.last_seq, :fingerprint, value.created_at""";

    private static final String REFUSED_TABLES = """
            $thread t on t.tenant = :tenant and t.id = [unless done :thread]
            left join $member m on\s""" + AUTHOR_OF_THREAD.where();

    private SendSql() {}

    /** The guard; one that looks up the quoted message is apart, or PostgreSQL would plan each message anew. */
    static WritePlan.Guard guard(boolean quoting) {
        return new WritePlan.Guard(AUTHOR_OF_THREAD, refusal(quoting) + " = 0");
    }

    static WritePlan.Refused refused(boolean quoting) {
        return new WritePlan.Refused(refusal(quoting) + " as refusal", REFUSED_TABLES);
    }

    private static String refusal(boolean quoting) {
        return REFUSAL.formatted(quoting ? QUOTED : "");
    }
}
