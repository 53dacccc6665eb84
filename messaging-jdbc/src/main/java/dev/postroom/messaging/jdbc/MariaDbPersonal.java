package dev.postroom.messaging.jdbc;

import java.util.Map;
import java.util.Optional;

/**
 * What parties do most often, as blocks of their own. A look inside of another statement costs MariaDB as much as a
 * statement, so there are fewer.
 *
 * <p>Nothing is looked at without a lock before the party's row is locked: a transaction that looked sees the world as of
 * then at REPEATABLE READ, and where servers have {@code innodb_snapshot_isolation} it is lost if it has to wait for a row
 * afterwards. And what may rightly be missing is looked up within the change: a look by itself that is killed may end as if
 * there were nothing.
 */
final class MariaDbPersonal {

    /**
     * The first part takes the lock; what it puts into the variable is of no use. Without the message nothing changes. Not a
     * join, which does not notice either that such a look was killed.
     */
    private static final String READ_UP_TO =
            """
            select 1 into postroom_due from $member m
              where m.tenant = :tenant and m.thread_id = :thread and m.party = :party for update;
            select b.total_all, b.total_notes into postroom_total_all, postroom_total_notes from $message b
              where b.tenant = :tenant and b.thread_id = :thread and b.seq = :seq lock in share mode;
            update $member m set
              read_total_all = postroom_total_all - %s,
              read_total_notes = postroom_total_notes - %s,
              receipt_seq = greatest(m.receipt_seq, :seq),
              read_seq = :seq
            where %s and m.read_seq < :seq and :seq <= coalesce(m.until_seq, :seq) and postroom_total_all is not null;
            """.formatted(Fragments.myOwn("_all", ":seq"), Fragments.myOwn("_notes", ":seq"), PersonalSql.MINE)
                    + MariaDbBlocks.logging(log(":thread", ":seq"));

    /** Locks the party's row if it sees the message. */
    private static final String SEEN = """
            select x.thread_id, x.seq, x.visibility, x.countable and x.author <> :party
              into postroom_thread_id, postroom_seq, postroom_visibility, postroom_counts
              from $message x where x.tenant = :tenant and x.id = :message lock in share mode;
            select 1 into postroom_due from $member m
              where m.tenant = :tenant and m.party = :party and m.thread_id = postroom_thread_id and %s for update;
            """.formatted(Fragments.sees("postroom_"));

    /** Inserts a row unless it is there. */
    private static final String UNLESS_THERE = """
            if postroom_due > 0 then
              begin declare continue handler for 1062 set postroom_due = 0;
                %s;
                set postroom_due = least(postroom_due, row_count());
              end;
            end if;
            """;

    private static final String LOG = """
              %s;
              set postroom_changed = row_count();
              if postroom_changed = 0 then %s""".formatted(log("postroom_thread_id", "postroom_seq"), MariaDbBlocks.BROKEN);

    private static final String STAR_MESSAGE =
            SEEN + UNLESS_THERE.formatted("""
                insert into $star (tenant, party, thread_id, seq, visibility)
                values (:tenant, :party, postroom_thread_id, postroom_seq, postroom_visibility)""") + "if postroom_due > 0 then\n" + LOG + "end if;\n";

    /** How far marks reach may stay as it is, and some hosts count only rows that change: so that is looked at. */
    static final String HIDE =
            SEEN + UNLESS_THERE.formatted("""
                insert into $hidden_message (tenant, party, thread_id, seq, counts, visibility)
                values (:tenant, :party, postroom_thread_id, postroom_seq, postroom_counts, postroom_visibility)""") + """
            if postroom_due > 0 then
              update $member m set last_hidden_seq = greatest(m.last_hidden_seq, postroom_seq)
                where m.tenant = :tenant and m.party = :party and m.thread_id = postroom_thread_id;
              set postroom_rows = 0;
              select 1 into postroom_rows from $member m
                where m.tenant = :tenant and m.party = :party and m.thread_id = postroom_thread_id
                  and m.last_hidden_seq >= postroom_seq for update;
              if postroom_rows = 0 then %s
            """.formatted(MariaDbBlocks.BROKEN) + LOG + "end if;\n";

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
