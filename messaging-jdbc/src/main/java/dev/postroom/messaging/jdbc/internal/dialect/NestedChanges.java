package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Delete;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Insert;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange.Update;
import dev.postroom.messaging.jdbc.internal.plan.Lookup;
import java.util.Optional;

/** A change and its log rows as one statement, on databases whose statements can read the rows that another one changes. */
public final class NestedChanges {

    private NestedChanges() {}

    /** Makes the statement of H2, where a change is a table of the rows that it changed. */
    static String h2(LoggedChange change) {
        return change.comment() + ofH2(change);
    }

    private static String ofH2(LoggedChange change) {
        if (change.change() instanceof Update update) {
            return log(change, "m", "final table (" + update(change, update.set()) + ") m");
        } else if (change.change() instanceof Insert insert) {
            String text = insert.touch()
                    .map(touch -> insert(change, insert, "final table (" + touch(change, insert, touch.set()) + ") m"))
                    .orElseGet(() -> insert(change, insert) + " and " + joined(change, insert.absent()));
            return log(change, "c", "final table (" + text + ") c");
        }
        return log(change, "c", "old table (" + delete(change, (Delete) change.change()) + ") c");
    }

    /** Makes the statement of PostgreSQL, where a change is a common table expression. A duplicate is not a failure there. */
    static String postgres(LoggedChange change) {
        return change.comment() + ofPostgres(change);
    }

    private static String ofPostgres(LoggedChange change) {
        if (change.change() instanceof Update update) {
            return "with m as (" + update(change, update.set()) + " returning *)\n" + log(change, "m", "m");
        } else if (change.change() instanceof Insert insert) {
            String touched = insert.touch()
                    .map(touch -> "f as (" + touch(change, insert, touch.set()) + " returning *),\n")
                    .orElse("");
            String text = insert.touch().isPresent() ? insert(change, insert, "f m") : insert(change, insert);
            return "with " + touched + "c as (" + text + " on conflict do nothing returning *)\n"
                    + log(change, "c", "c");
        }
        return "with c as (" + delete(change, (Delete) change.change()) + " returning *)\n" + log(change, "c", "c");
    }

    private static String log(LoggedChange change, String row, String source) {
        String seq = change.change() instanceof Update ? change.seq() : "c.seq";
        return LogSql.INSERT + "select " + row + ".tenant, " + row + ".thread_id, :type, " + seq
                + ", :whose, :actor, :at from " + source;
    }

    /** Makes the change without its log rows. */
    public static String update(LoggedChange change) {
        return change.comment() + update(change, ((Update) change.change()).set());
    }

    /** The update of the party's row; a row that is looked up must be there. */
    private static String update(LoggedChange change, String set) {
        return "update $member m set " + nested(change, set) + " where "
                + nested(change, change.member().where()) + " and "
                + change.lookup()
                        .map(lookup -> "exists (select 1"
                                + lookup.row()
                                        .and(lookup.joined(change.guard()))
                                        .from() + ")")
                        .orElse(change.guard());
    }

    /** The update of the party's row that goes with an insert. */
    private static String touch(LoggedChange change, Insert insert, String set) {
        Optional<Lookup> lookup = change.lookup();
        String guard = change.guard() + " and " + insert.absent();
        return update(
                new LoggedChange(
                        change.name(), lookup, change.member(), guard, change.change(), change.thread(), change.seq()),
                set);
    }

    /** The insert from the party's row as a change has left it, which has the guard. */
    private static String insert(LoggedChange change, Insert insert, String member) {
        return insert.into() + "select " + joined(change, insert.values()) + " from " + member
                + change.lookup()
                        .map(lookup -> " join " + lookup.row().table() + " on "
                                + lookup.row().where())
                        .orElse("");
    }

    private static String insert(LoggedChange change, Insert insert) {
        return insert(change, insert, "$member m") + " where " + member(change);
    }

    private static String delete(LoggedChange change, Delete delete) {
        String member = "$member m"
                + change.lookup()
                        .map(lookup -> " join " + lookup.row().table() + " on "
                                + lookup.row().where())
                        .orElse("");
        return "delete from " + delete.rows().table() + " where "
                + nested(change, delete.rows().where()) + " and exists (select 1 from " + member + " where "
                + member(change) + ")";
    }

    private static String member(LoggedChange change) {
        return joined(change, change.member().where() + " and " + change.guard());
    }

    private static String joined(LoggedChange change, String text) {
        return change.lookup().map(lookup -> lookup.joined(text)).orElse(text);
    }

    private static String nested(LoggedChange change, String text) {
        return change.lookup().map(lookup -> lookup.nested(text)).orElse(text);
    }
}
