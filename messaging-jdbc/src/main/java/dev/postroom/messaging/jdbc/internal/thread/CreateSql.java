package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.message.ClaimSql;
import dev.postroom.messaging.jdbc.internal.message.MessageSql;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Expected;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Log;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.LogRow;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new thread: its claim if it has one; and unless that is taken, the thread, its members and its first message. */
public final class CreateSql {

    private static final Insert THREAD = new Insert("thread", "$thread", """
            tenant, id, shape, subject, created_by, created_at, updated_at, activity_at, last_seq,
              last_id, everyone_seq, total_all, total_notes, preview_all_seq, preview_internal_seq, last_deleted_seq,
              member_count, revision, closed_at, closed_by, on_closed, reply_reads, unanswered, revive_history,
              min_members, large, active_all_seq, active_internal_seq, active_all_at, before_all_seq,
              before_internal_seq""", """
            :tenant, :thread, :shape, :subject, :party, :at, :at, :at, :last_seq,
              :message, :everyone_seq, :count_all, :count_notes, :preview_all_seq, :preview_internal_seq, 0,
              :member_count, 1, null, null, :on_closed, :reply_reads, :unanswered, :revive_history,
              :min_members, :large, :active_all_seq, :active_internal_seq, :active_all_at, 0,
              0""", Optional.empty(), Expected.ONE);

    /** Whether the member sees the first message. */
    private static final String SEEN = ":active and (:for_all or mod(v.rights, 32) >= 16)";

    /** The first message is never unread for its author. */
    private static final Insert MEMBERS = new Insert(
            "members",
            "$member",
            MembershipSql.COLUMNS,
            """
            :tenant, :thread, v.id, v.rights, true, :at, null, 0, null, null, null, null, 0, 0, 0, 0,
              case when v.id = :party then :count_all else 0 end, case when v.id = :party then :count_notes else 0 end,
              case when v.id = :party and :active then 1 else 0 end, case when v.id = :party and :active then :at end,
              case when %1$s and (v.id <> :party or :member_count = 1 or :unanswered) then 1 else 0 end,
              0, 0, 0, case when %1$s then 1 else 0 end, :at, case when :large then :last_seq end""".formatted(SEEN),
            Optional.of(new Rows("[members]", "")),
            new Expected(":member_count", false));

    private static final Insert MESSAGE = MessageSql.insert("""
            :tenant, :thread, 1, :message, :party, :kind, :visibility, :countable, :active, :previewable,
              false, :text, :quoted_seq, :sent_at, :at, :count_all, :count_notes, :count_all, :count_notes""", Optional.empty());

    private static final List<WritePlan> PLANS =
            List.of(plan(false, false), plan(false, true), plan(true, false), plan(true, true));

    private CreateSql() {}

    /** The plan for a thread with at most one claim, and with or without a first message. */
    public static WritePlan of(boolean claimed, boolean message) {
        return PLANS.get((claimed ? 2 : 0) + (message ? 1 : 0));
    }

    private static WritePlan plan(boolean claimed, boolean message) {
        List<Step> steps = new ArrayList<>();
        List<LogRow> log = new ArrayList<>();
        if (claimed) {
            steps.add(new Claim(ClaimSql.OF_NEW_THREAD, ""));
        }
        steps.add(THREAD);
        steps.add(MEMBERS);
        log.add(new LogRow(ChangeType.THREAD_CREATED, "0", "null", Optional.empty()));
        if (message) {
            steps.add(MESSAGE);
            log.add(new LogRow(ChangeType.MESSAGE_CREATED, "1", "null", Optional.empty()));
        }
        steps.add(new Log(log));
        return new WritePlan(
                "create",
                Optional.empty(),
                steps,
                List.of(),
                claimed ? Optional.of(ClaimSql.REFUSED) : Optional.empty());
    }
}
