package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Delete;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Insert;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Touch;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Update;
import dev.postroom.messaging.jdbc.internal.plan.Lookup;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import java.util.List;

/**
 * A change and its log rows as MariaDB gets them: a compound statement. All of them lock the party's row, so that no change
 * is logged twice.
 *
 * <p>Nothing is read without a lock before the party's row is locked: a transaction that has read has its snapshot at
 * REPEATABLE READ, and on servers with {@code innodb_snapshot_isolation} it fails if it has to wait for a row afterwards.
 * Values that may be absent are looked up within the change: a query by itself that is killed may answer no row.
 */
public final class MariaDbChanges {

    private MariaDbChanges() {}

    static String text(LoggedChange change) {
        boolean lookupFirst = Value.isIn(change.member().where());
        String lookup = change.lookup().map(MariaDbChanges::lookup).orElse("");
        String text = lookupFirst ? lookup + lock(change) : lock(change) + lookup;
        return change.comment()
                + MariaDbBlocks.whole(
                        MariaDbBlocks.values(text + body(change)) + "select postroom_changed as answer;\n",
                        change.lookup().map(Lookup::values).orElse(List.of()));
    }

    private static String body(LoggedChange change) {
        if (change.change() instanceof Update update) {
            return update(change, update);
        } else if (change.change() instanceof Insert insert) {
            return insert(change, insert);
        }
        return delete((Delete) change.change());
    }

    private static String lookup(Lookup lookup) {
        return MariaDbBlocks.find(lookup.row(), lookup.values()) + " lock in share mode;\n";
    }

    /** The lock of the party's row; a change of that row has the guard itself. */
    private static String lock(LoggedChange change) {
        Rows row = change.change() instanceof Update
                ? change.member()
                : change.member().and(change.guard());
        return "select 1 into postroom_due" + row.from() + " for update;\n";
    }

    private static String update(LoggedChange change, Update update) {
        String there = change.lookup()
                .map(lookup -> " and value." + lookup.values().get(0).name() + " is not null")
                .orElse("");
        String log = change.seq().contains("m.")
                ? LogSql.INSERT + "select :tenant, " + change.thread() + ", :type, " + change.seq()
                        + ", :whose, :actor, :at" + change.member().from()
                : log(change);
        return "update $member m set " + update.set() + " where "
                + change.member().and(change.guard()).where() + there + ";\nset postroom_changed = row_count();\n"
                + "if postroom_changed > 0 then\n" + log + ";\nif row_count() <> postroom_changed then "
                + MariaDbBlocks.BROKEN + "end if;\n";
    }

    private static String insert(LoggedChange change, Insert insert) {
        String touch = insert.touch().map(each -> touch(change, each)).orElse("");
        return "if postroom_due > 0 then\nbegin declare continue handler for 1062 set postroom_due = 0;\n"
                + insert.into() + "values (" + insert.values() + ");\n"
                + "set postroom_due = least(postroom_due, row_count()); end;\nend if;\n"
                + "if postroom_due > 0 then\n" + touch + log(change) + ";\nset postroom_changed = row_count();\n"
                + "if postroom_changed = 0 then " + MariaDbBlocks.BROKEN + "end if;\n";
    }

    /** Looks a row up that has the new values already: a connection may count only rows that get other values. */
    private static String touch(LoggedChange change, Touch touch) {
        return "update $member m set " + touch.set() + " where "
                + change.member().where()
                + ";\nif row_count() = 0 then\nset postroom_due = 0;\nselect 1 into postroom_due"
                + change.member().and(touch.holds()).from() + " for update;\nif postroom_due = 0 then "
                + MariaDbBlocks.BROKEN + "end if;\n";
    }

    private static String delete(Delete delete) {
        return "if postroom_due > 0 then\n" + LogSql.INSERT
                + "select c.tenant, c.thread_id, :type, c.seq, :whose, :actor, :at"
                + delete.rows().from()
                + ";\nset postroom_changed = row_count();\nif postroom_changed > 0 then delete c"
                + delete.rows().from() + ";\nif row_count() <> postroom_changed then " + MariaDbBlocks.BROKEN
                + "end if;\nend if;\n";
    }

    private static String log(LoggedChange change) {
        return LogSql.INSERT + "values (:tenant, " + change.thread() + ", :type, " + change.seq()
                + ", :whose, :actor, :at)";
    }
}
