package dev.postroom.messaging.jdbc;

import java.util.Map;
import java.util.Optional;

/**
 * What parties do most often, as blocks of their own. A look inside of another statement costs MariaDB as much as a
 * statement, so each thing is looked up once; none of what is looked up before the member's row is locked ever changes.
 */
final class MariaDbPersonal {

    /** Without the message there are no totals, and nothing changes. */
    private static final String READ_UP_TO =
            """
            select b.total_e, b.total_i into postroom_total_e, postroom_total_i from $message b
              where b.tenant = :tenant and b.thread_id = :thread and b.seq = :seq;
            select o.own_e, o.own_i into postroom_own_e, postroom_own_i from $message o [by author]
              where o.tenant = :tenant and o.thread_id = :thread and o.author = :party and o.seq <= :seq
              order by o.tenant, o.thread_id, o.author, o.seq desc limit 1;
            update $member m set
              base_e = postroom_total_e - coalesce(postroom_own_e, 0),
              base_i = postroom_total_i - coalesce(postroom_own_i, 0),
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq
            where %s and m.read_seq < :seq and :seq <= coalesce(m.until_seq, :seq) and postroom_total_e is not null;
            """.formatted(PersonalSql.MINE) + MariaDbBlocks.logging(log(":thread", ":seq"));

    private static final String STAR_MESSAGE =
            """
            select x.thread_id, x.seq, x.visibility into postroom_thread_id, postroom_seq, postroom_visibility
              from $message x where x.tenant = :tenant and x.id = :message;
            select 1 into postroom_due from $member m
              where m.tenant = :tenant and m.party = :party and m.thread_id = postroom_thread_id and %s for update;
            if postroom_due > 0 then
              begin declare continue handler for 1062 set postroom_due = 0;
                insert into $star (tenant, party, thread_id, seq, visibility)
                values (:tenant, :party, postroom_thread_id, postroom_seq, postroom_visibility);
              end;
            end if;
            if postroom_due > 0 then
              %s;
              set postroom_changed = row_count();
              if postroom_changed = 0 then %send if;
            """.formatted(Fragments.sees("postroom_"), log("postroom_thread_id", "postroom_seq"), MariaDbBlocks.BROKEN);

    private static final Map<LoggedChange, String> BLOCKS =
            Map.of(PersonalSql.READ_UP_TO, READ_UP_TO, PersonalSql.STAR_MESSAGE, STAR_MESSAGE);

    private MariaDbPersonal() {}

    /** The parts of the block of a change, if it has one of its own. */
    static Optional<String> of(LoggedChange change) {
        return Optional.ofNullable(BLOCKS.get(change));
    }

    private static String log(String thread, String seq) {
        return """
                insert into $log (tenant, thread_id, kind, seq, party, actor, happened_at)
                values (:tenant, %s, :type, %s, :whose, :actor, :at)""".formatted(thread, seq);
    }
}
