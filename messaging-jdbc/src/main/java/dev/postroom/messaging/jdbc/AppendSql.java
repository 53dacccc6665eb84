package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.event.ChangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message to an existing thread: lock, claim the key, advance the thread where the guards hold, and whatever follows
 * where the thread's newest message is mine. The thread's lock comes first, in a statement of its own: a statement that
 * waits sees the world from before the wait, so nothing may be looked at in it.
 */
final class AppendSql {

    static final String GUARDS = """
            m.active and mod(m.rights, 4) >= 2 and (:visibility = 1 or mod(m.rights, 32) >= 16)
              and (t.closed_at is null or t.on_closed <> 1)
              and (:revision = -1 or t.revision = :revision)
              and :seen <= t.last_seq""";

    /** Apart, or PostgreSQL would plan each message anew: it finds out each time how little there is to do without. */
    static final String GUARDS_QUOTING = GUARDS + """

              and exists (select 1 from $message x
                where x.tenant = :tenant and x.thread_id = t.id and x.seq = :quoted and\s""" + Fragments.SEES + ")";

    private static final String MINE = "t.tenant = :tenant and t.id = :thread and t.last_id = :message";

    private static final String AUTHORS =
            "$member m where m.tenant = :tenant and m.thread_id = :thread and m.party = :party";

    private static final String LOCKED = " from $thread t where t.tenant = :tenant and t.id = :thread for update";

    static final String LOCK = """
            select t.id, t.last_seq, t.activity_at, t.large, t.closed_at, t.on_closed, t.reply_reads, t.member_count,
              t.unanswered, t.total_all, t.total_notes, t.active_all_seq, t.active_internal_seq, t.before_all_seq, t.before_internal_seq
            """ + LOCKED;

    /** The same as a part of a script, which sees there what the message makes of the thread if it is stored. */
    private static final Script.Part LOCKING = new Script.Locking("""
            select t.large, t.closed_at is not null and t.on_closed = 2,
              case t.reply_reads when 1 then :seen when 2 then t.last_seq else 0 end,
              t.last_seq + 1, greatest(:at, t.activity_at + :step),
              case when :active then greatest(:at, t.activity_at + 1) else t.activity_at end,
              t.member_count, t.unanswered, t.total_all + :count_all, t.total_notes + :count_notes,
              case when :active and :for_all then t.active_all_seq else t.before_all_seq end,
              case when :active then t.active_internal_seq else t.before_internal_seq end
              into postroom_large, postroom_reopens, [mine read_to], [mine last_seq], [mine created_at],
              [mine activity_at], [mine member_count], [mine unanswered], [mine total_all], [mine total_notes],
              [mine before_all_seq], [mine before_internal_seq]
            """ + LOCKED);

    /** Spares a failing insert. Where a look at what is not there locks its place, others could claim nothing beside it. */
    static final String UNCLAIMED = """
            and not exists (select 1 from $claim k
                where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim)
            """;

    static final String CLAIMING = """
            insert into $claim (tenant, kind, name, thread_id, message_id, seq, fingerprint, created_at)
            select t.tenant, :claim_kind, :claim, t.id, :message, t.last_seq + 1, :fingerprint,
              greatest(:at, t.activity_at + :step)
            from $thread t join $member m on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
            where t.tenant = :tenant and t.id = :thread
            """ + UNCLAIMED + "and ";

    static final String CLAIM = CLAIMING + GUARDS;

    static final String CLAIM_QUOTING = CLAIMING + GUARDS_QUOTING;

    /** Databases differ in whether an assignment sees those before it, so what others are computed from comes last. */
    static final String ADVANCED = """
            last_id = :message,
            updated_at = case when :for_all then greatest(t.updated_at, :at, t.activity_at + :step)
              else t.updated_at end,
            total_all = t.total_all + :count_all,
            total_notes = t.total_notes + :count_notes,
            everyone_seq = case when :for_all then t.last_seq + 1 else t.everyone_seq end,
            preview_all_seq = case when :previewable and :for_all then t.last_seq + 1 else t.preview_all_seq end,
            preview_internal_seq = case when :previewable then t.last_seq + 1 else t.preview_internal_seq end,
            before_all_seq = case when :active and :for_all then t.active_all_seq else t.before_all_seq end,
            before_internal_seq = case when :active then t.active_internal_seq else t.before_internal_seq end,
            active_all_seq = case when :active and :for_all then t.last_seq + 1 else t.active_all_seq end,
            active_internal_seq = case when :active then t.last_seq + 1 else t.active_internal_seq end,
            active_all_at = case when :active and :for_all then greatest(:at, t.activity_at + 1) else t.active_all_at end,
            activity_at = case when :active then greatest(:at, t.activity_at + 1) else t.activity_at end,
            last_seq = t.last_seq + 1
            """;

    private static final String ADVANCE =
            "update $thread t set " + ADVANCED + "where t.tenant = :tenant and t.id = :thread and ";

    private static final String BY_MEMBER = ADVANCE + """
            exists (select 1 from $member m
              where m.tenant = :tenant and m.thread_id = t.id and m.party = :party and\s""";

    static final String ADVANCE_GUARDED = BY_MEMBER + GUARDS + ")";

    static final String ADVANCE_QUOTING = BY_MEMBER + GUARDS_QUOTING + ")";

    /** The guards were judged with the claim, under the same lock. An older claim of mine is not for this seq. */
    static final String ADVANCE_CLAIMED = ADVANCE + """
            exists (select 1 from $claim k
              where k.tenant = :tenant and k.kind = :claim_kind and k.name = :claim
                and k.message_id = :message and k.thread_id = t.id and k.seq = t.last_seq + 1)""";

    static final LoggedChange REOPEN = LoggedChange.ofThread(
                    "update $thread t set closed_at = null, closed_by = null, revision = t.revision + 1 where " + MINE
                            + " and t.closed_at is not null and t.on_closed = 2",
                    "c.last_seq")
            .as(ChangeType.THREAD_REOPENED, "null");

    /** What was the newest for the author before this message. */
    private static final String BEFORE = "case when m.large_seq < %1$s then %1$s else m.newest_seq end"
            .formatted(InboxPlacement.seen("[mine before_all_seq]", "[mine before_internal_seq]"));

    /** How a member's row stands with the message. */
    static final String STANDS = """
            own_all = m.own_all + case when m.party = :party then :count_all else 0 end,
            own_notes = m.own_notes + case when m.party = :party then :count_notes else 0 end,
            own_at = case when m.party = :party and :active then [mine activity_at] else m.own_at end,
            own_seq = case when m.party = :party and :active then [mine last_seq] else m.own_seq end,
            newest_seq = case
              when not :active then m.newest_seq
              when m.party <> :party or [mine member_count] = 1
                or (%1$s = 0 and [mine unanswered]) then [mine last_seq]
              else %1$s end,
            activity_at = case when :active then [mine activity_at] else m.activity_at end,
            activity_seq = case when :active then [mine last_seq] else m.activity_seq end,
            large_seq = case when :active and m.large_seq is not null then [mine last_seq] else m.large_seq end
            """.formatted(BEFORE);

    /** Whose rows a message writes in a small thread. */
    static final String CONCERNED =
            "(m.party = :party or (:active and m.active and (:visibility = 1 or mod(m.rights, 32) >= 16)))";

    private static final String MEMBER =
            "update $member m set " + STANDS + "where m.tenant = :tenant and m.thread_id = ";

    /** The rows of a small thread's members. */
    static final String MEMBERS = MEMBER + ":thread and " + CONCERNED;

    /** The author's row in a large thread: how things stand with this message. */
    static final String AUTHOR = MEMBER + ":thread and m.party = :party";

    /** Its author's row has been written with it. */
    static final String MESSAGE = MessageSql.INSERT + """
            select m.tenant, m.thread_id, [mine last_seq], :message, m.party, :kind, :visibility, :countable, :active,
              :previewable, false, :text, :quoted_seq, :sent_at, [mine created_at], [mine total_all], [mine total_notes],
              m.own_all, m.own_notes
            from $member m where m.tenant = :tenant and m.thread_id = :thread and m.party = :party
            """;

    static final String LOG = """
            insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
            values (:tenant, :thread, 10, [mine last_seq], null, :actor, :at)
            """;

    /** By the thread's rule the author has read it with this message. */
    static final LoggedChange READ = LoggedChange.ofMine(
                    """
            update $member m set
              read_total_all = %s,
              read_total_notes = %s,
              receipt_seq = greatest(m.receipt_seq, [mine read_to]),
              read_seq = [mine read_to]
            where m.tenant = :tenant and m.thread_id = :thread and m.party = :party and m.read_seq < [mine read_to]
            """.formatted(
                            Fragments.myBase("_all", "[mine read_to]"), Fragments.myBase("_notes", "[mine read_to]")),
                    "c.read_seq")
            .as(ChangeType.READ_MOVED, ":party");

    /** A row if the author has read it already. */
    static final String IS_READ = "select m.read_seq from " + AUTHORS + " and m.read_seq >= [mine read_to]";

    static final String QUOTABLE = """
            case when :quoted = -1 or exists (select 1 from $message x
              where x.tenant = :tenant and x.thread_id = t.id and x.seq = :quoted and %s) then true else false end
            """.formatted(Fragments.SEES);

    /** Why nothing was advanced. */
    static final String FACTS = """
            select t.last_seq, t.closed_at, t.on_closed, t.revision, m.party, m.rights, m.active, %s as quotable
            from $thread t left join $member m
              on m.tenant = :tenant and m.thread_id = t.id and m.party = :party
            where t.tenant = :tenant and t.id = :thread [newest]
            """.formatted(QUOTABLE);

    private static final String DONE = """
            select 1 as answer, [mine last_seq] as stored_seq, [mine created_at] as stored_at, null as read_to""";

    private static final List<Script> SCRIPTS =
            List.of(written(false, false), written(false, true), written(true, false), written(true, true));

    /** The whole in one round trip. */
    static Script script(boolean keyed, boolean quoting) {
        return SCRIPTS.get((keyed ? 2 : 0) + (quoting ? 1 : 0));
    }

    private static Script written(boolean keyed, boolean quoting) {
        List<Script.Part> parts = new ArrayList<>(List.of(LOCKING));
        if (keyed) {
            parts.add(Script.claiming(quoting ? CLAIM_QUOTING : CLAIM));
            parts.add(Script.deciding(ADVANCE_CLAIMED, true));
        } else {
            parts.add(Script.deciding(quoting ? ADVANCE_QUOTING : ADVANCE_GUARDED, false));
        }
        parts.add(new Script.LoggedIf("postroom_reopens", REOPEN, Optional.empty()));
        // One of the two has the author's row; a message that is neither active nor counted leaves it as it is.
        parts.add(new Script.Members(MEMBERS, AUTHOR, "(:active or :countable)"));
        parts.add(Script.following(MESSAGE, "1"));
        parts.add(Script.following(LOG, "1"));
        parts.add(new Script.LoggedIf("[mine read_to] > 0", READ, Optional.of(IS_READ)));
        return new Script(List.copyOf(parts), DONE, answer(quoting ? QUOTABLE : "true"));
    }

    /** Why it was not stored. */
    private static String answer(String quotable) {
        return """
                select 1 as answer, null as stored_seq, null as stored_at, null as read_to,
                  t.id as facts, t.last_seq, t.closed_at, t.on_closed, t.revision, m.party, m.rights, m.active,
                  %s as quotable
                from (select 1 as one) o
                left join $thread t on t.tenant = :tenant and t.id = :thread
                left join $member m on m.tenant = :tenant and m.thread_id = t.id and m.party = :party [newest]
                """.formatted(quotable);
    }

    private AppendSql() {}
}
