package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.plan.LogSql;
import dev.postroom.messaging.jdbc.internal.plan.Rows;
import dev.postroom.messaging.jdbc.internal.plan.Value;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Claim;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Guard;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Insert;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Lock;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Log;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.LogRow;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Only;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Raise;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Step;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan.Update;
import dev.postroom.messaging.jdbc.internal.value.Codes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan as PostgreSQL gets it: the lock, and one statement for all that follows, in which each step is a common table
 * expression. Each statement of its own costs PostgreSQL as much as some of the work. The lock stays apart, because a
 * statement that waits for a lock still reads its old snapshot; the statement after it reads what was committed before the
 * lock was granted.
 *
 * <p>Answers have columns of fixed length only. With others the driver does not know how much it will have to read, and
 * ends the transaction before such a statement, and with it the lock.
 */
public final class PostgresPlans {

    private final List<String> parts = new ArrayList<>();
    /** The table expression that holds the last change of a table. */
    private final Map<String, String> changed = new HashMap<>();
    /**
     * The table of values that a step reads: it has one row if the plan goes on, else none; empty if the plan always goes
     * on.
     */
    private String source = "";

    private Optional<Raise> raised = Optional.empty();

    private PostgresPlans() {}

    /** Notes in this transaction which row it has locked: a row that appears only afterwards is not locked. */
    private static String lock(Lock lock) {
        return "select 1" + lock.row().from() + " and set_config('postroom.locked', cast(" + lock.id()
                + " as text), true) is not null for update;\n";
    }

    private static String locked(Lock lock) {
        return "current_setting('postroom.locked', true) = cast(" + lock.id() + " as text)";
    }

    static String text(WritePlan plan) {
        PostgresPlans text = new PostgresPlans();
        plan.lock().ifPresent(text::add);
        plan.steps().forEach(text::add);
        String lock = plan.lock().map(row -> plan.comment() + lock(row)).orElse("");
        return lock + plan.comment() + "with " + String.join(",\n", text.parts) + "\n" + text.answer(plan);
    }

    private void add(Lock lock) {
        Guard guard = lock.guard();
        part(
                "found",
                "select 1 as done, " + columns(lock.values()) + " from "
                        + lock.row().table() + " join "
                        + guard.row().table() + " on " + guard.row().where() + " where "
                        + lock.row().where() + " and " + locked(lock) + " and " + guard.condition());
        source = "found p";
    }

    private void add(Step step) {
        if (step instanceof Claim claim) {
            part("claimed", inserted(claim.insert()) + " on conflict do nothing returning 1 as done");
            source = source.isEmpty() ? "claimed p" : source + " cross join claimed";
        } else if (step instanceof Raise raise) {
            part(
                    raise.name(),
                    "select p.*, " + raise.condition() + " as " + raise.done() + " from " + source + " join "
                            + raise.row().table() + " on " + raise.row().where() + " for update of "
                            + alias(raise.row()));
            source = raise.name() + " p";
            raised = Optional.of(raise);
        } else if (step instanceof Update update) {
            add(update);
        } else if (step instanceof Insert insert) {
            part(insert.name(), inserted(insert));
        } else if (step instanceof Log log) {
            part("logged", logged(log.rows()));
        }
    }

    /** A statement can change a row only once, so what a step before has found to be due is done here. */
    private void add(Update update) {
        String further = raised.filter(
                        raise -> raise.row().table().equals(update.rows().table()))
                .map(raise -> further(raise, update.only().orElseThrow()))
                .orElse("");
        String returning = update.returning().isEmpty() ? "" : " returning " + update.returning();
        part(
                update.name(),
                "update " + update.rows().table() + " set " + further + update.set() + " from " + source + " where "
                        + update.rows().where()
                        + update.only().map(PostgresPlans::only).orElse("") + returning);
        changed.put(update.rows().table(), update.name());
    }

    private static String further(Raise raise, Only row) {
        return raise.set().stream()
                .map(each -> each.column() + " = case when " + row.column() + " = " + row.key() + " and value."
                        + raise.done() + " then " + each.expression() + " else " + alias(raise.row()) + "."
                        + each.column() + " end,\n  ")
                .collect(Collectors.joining());
    }

    private static String alias(Rows rows) {
        return rows.table().substring(rows.table().indexOf(' ') + 1);
    }

    /**
     * One row or all of them as a range, as PostgreSQL reads for each update how generated columns are computed, whether it
     * finds rows or not. The highest character is above every key.
     */
    private static String only(Only row) {
        return " and %1$s >= case when value.%2$s then %3$s else '' end and %1$s <= case when value.%2$s then %3$s else chr(1114111) end"
                .formatted(row.column(), row.when(), row.key());
    }

    private String inserted(Insert insert) {
        List<String> tables = new ArrayList<>();
        insert.from().ifPresent(rows -> tables.add(table(rows)));
        if (!source.isEmpty()) {
            tables.add(source);
        }
        String where = insert.from()
                .map(Rows::where)
                .filter(condition -> !condition.isEmpty())
                .map(" where "::concat)
                .orElse("");
        return tables.isEmpty()
                ? insert.text()
                : insert.into() + "select " + insert.values() + " from " + String.join(" cross join ", tables) + where;
    }

    /** The table, or what an earlier step has changed in it: a statement does not see its own changes. */
    private String table(Rows rows) {
        String expression = changed.get(rows.table());
        return expression == null
                ? rows.table()
                : expression + rows.table().substring(rows.table().indexOf(' '));
    }

    private String logged(List<LogRow> rows) {
        if (rows.size() == 1) {
            LogRow row = rows.get(0);
            return LogSql.INSERT + "select :tenant, :thread, " + Codes.CHANGE.of(row.type()) + ", " + row.seq() + ", "
                    + row.party() + ", :actor, :at" + (source.isEmpty() ? "" : " from " + source);
        }
        List<String> values = new ArrayList<>();
        for (LogRow row : rows) {
            values.add("(" + values.size() + ", " + Codes.CHANGE.of(row.type()) + ", " + row.seq() + ", " + row.party()
                    + ", " + row.when().map("value."::concat).orElse("true") + ")");
        }
        return LogSql.INSERT + "select :tenant, :thread, r.kind, r.seq, r.party, :actor, :at from "
                + (source.isEmpty() ? "" : source + " cross join lateral ") + "(values " + String.join(", ", values)
                + ") r(place, kind, seq, party, happened) where r.happened order by r.place";
    }

    private void part(String name, String text) {
        parts.add(name + " as (" + value(text) + ")");
    }

    private String answer(WritePlan plan) {
        String answers = plan.answers().stream()
                .map(name -> ", p." + name + " as " + name)
                .collect(Collectors.joining());
        if (plan.refused().isEmpty()) {
            return "select 1 as answer" + answers + (source.isEmpty() ? "" : " from " + source);
        }
        WritePlan.Refused refused = plan.refused().get();
        return "select case when p.done is null then 0 else 1 end as answer" + answers + ", " + refused.columns()
                + " from (select 1 as one) o left join " + joined() + " on true left join "
                + refused.lookedUp("case when p.done is null then $1 end");
    }

    private String joined() {
        return source.contains(" join ") ? "(" + source + ")" : source;
    }

    private static String columns(List<Value> values) {
        return values.stream()
                .map(value -> value.expression() + " as " + value.name())
                .collect(Collectors.joining(", "));
    }

    private static String value(String text) {
        return Value.replace(text, "p."::concat);
    }
}
