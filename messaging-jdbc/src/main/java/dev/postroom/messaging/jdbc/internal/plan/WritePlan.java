package dev.postroom.messaging.jdbc.internal.plan;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.jdbc.internal.value.Params;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A write of several steps, defined once for all databases: the row to lock with the values that are computed from it, the
 * steps, and the answer. The steps happen whole or not at all. {@code StepByStep} sends them one by one, {@code
 * PostgresPlans} makes one statement of them, {@code MariaDbPlans} a compound statement.
 *
 * <p>A plan is done if the guard holds and every claim is new. Plans are compared by identity, so that what is rendered is
 * found fast; keep them in constants or caches.
 */
public final class WritePlan {

    private final String name;
    private final Optional<Lock> lock;
    private final List<Step> steps;
    private final List<String> answers;
    private final Optional<Refused> refused;

    /**
     * Makes a plan.
     *
     * @param name the operation, for the comment of its statements
     * @param lock the row that is locked first, if any
     * @param steps the steps, in their order; the first one decides whether the others happen
     * @param answers the names of the values that are answered if the plan is done; all of them numbers
     * @param refused what is answered if it is not; without it nothing is
     */
    public WritePlan(
            String name, Optional<Lock> lock, List<Step> steps, List<String> answers, Optional<Refused> refused) {
        this.name = name;
        this.lock = lock;
        this.steps = List.copyOf(steps);
        this.answers = List.copyOf(answers);
        this.refused = refused;
    }

    /** The comment with which its statements begin. */
    public String comment() {
        return "/* postroom " + name + " */ ";
    }

    public Optional<Lock> lock() {
        return lock;
    }

    public List<Step> steps() {
        return steps;
    }

    public List<String> answers() {
        return answers;
    }

    public Optional<Refused> refused() {
        return refused;
    }

    public boolean claims() {
        return steps.stream().anyMatch(Claim.class::isInstance);
    }

    /**
     * The row that is locked before anything else is read. The statement that takes the lock reads nothing else: one that
     * waits for a lock still reads its old snapshot.
     *
     * @param row the row
     * @param id the column that identifies it
     * @param values the values that are computed from it
     * @param guard the condition on the locked row and on a row of another table; without both nothing happens
     */
    public record Lock(Rows row, String id, List<Value> values, Guard guard) {

        /** The insert under the guard. */
        public String guarded(Insert insert) {
            return insert.into() + "select " + insert.values() + " from " + row.table() + " join "
                    + guard.row().table() + " on " + guard.row().where() + " where " + row.where() + " and "
                    + guard.condition();
        }

        /** The update of the locked row under the guard. */
        public String guarded(Update update) {
            return update.text() + " and exists (select 1"
                    + guard.row().and(guard.condition()).from() + ")";
        }
    }

    /**
     * A condition that is judged under the lock.
     *
     * @param row the row of the other table; its condition may name the locked row
     * @param condition the condition on both rows
     */
    public record Guard(Rows row, String condition) {}

    /**
     * The answer of a plan that is not done.
     *
     * @param columns its columns
     * @param tables the tables that they come from, for a {@code left join}. {@code [unless done x]} stands for x and spares
     *     a look at them if the plan is done
     */
    public record Refused(String columns, String tables) {

        /** The query, where it is asked only if the plan is not done. */
        public String query() {
            return "select 0 as answer, " + columns + " from (select 1 as one) o left join " + lookedUp("$1")
                    + " [newest]";
        }

        /** The tables, with {@code $1} in the replacement for x. */
        public String lookedUp(String replacement) {
            return tables.replaceAll("\\[unless done ([^]]+)]", replacement);
        }
    }

    /** One step. */
    public sealed interface Step {}

    /**
     * Inserts a row unless it is there. If it is there, the plan is not done.
     *
     * @param insert the insert
     * @param absent a condition under which it is not there: it spares a failing insert on databases that handle one as a
     *     failure
     */
    public record Claim(Insert insert, String absent) implements Step {}

    /**
     * Changes one row further if a condition on it holds, and notes in a value whether it did. The row must be among those
     * that the next update changes.
     *
     * @param name the name of the step
     * @param row the row
     * @param condition the condition
     * @param set the assignments
     * @param done the name of the value that says whether the condition held
     * @param when the value that says whether it happens at all
     */
    public record Raise(String name, Rows row, String condition, List<Assignment> set, String done, String when)
            implements Step {

        public String text() {
            return "update " + row.table() + " set "
                    + set.stream().map(Assignment::text).collect(Collectors.joining(",\n  ")) + " where "
                    + row.and(condition).where();
        }

        /**
         * A query that locks the row and answers in {@code needed} whether the condition holds. It follows an update that
         * changed nothing: the row may have changed since, and the update may have been killed.
         */
        public String judged() {
            return "select case when " + condition + " then 1 else 2 end as needed" + row.from() + " for update";
        }
    }

    /**
     * A column gets a value.
     *
     * @param column the column
     * @param expression the value
     */
    public record Assignment(String column, String expression) {

        public String text() {
            return column + " = " + expression;
        }
    }

    /**
     * Changes rows.
     *
     * @param name the name of the step
     * @param rows the rows
     * @param set the assignments. Databases differ in whether an assignment sees those before it, so a column that others
     *     are computed from comes last
     * @param only the row among them that alone changes, under a condition
     * @param returning the columns of the changed rows that a later step reads
     * @param expected how many rows change
     */
    public record Update(String name, Rows rows, String set, Optional<Only> only, String returning, Expected expected)
            implements Step {

        public String text() {
            return "update " + rows.table() + " set " + set + " where " + rows.where();
        }

        /** The update of the one row. */
        public String textOfOne() {
            return text()
                    + only.map(one -> " and " + one.column() + " = " + one.key())
                            .orElse("");
        }
    }

    /**
     * One row among others.
     *
     * @param when the value that says whether it alone is meant
     * @param column the column that identifies it, a text
     * @param key the text that is there
     */
    public record Only(String when, String column, String key) {}

    /**
     * Inserts rows.
     *
     * @param name the name of the step
     * @param table the table
     * @param columns the columns
     * @param values the values
     * @param from the rows that they come from; rows of a table that an earlier step changed are those that it changed
     * @param expected how many rows are inserted
     */
    public record Insert(
            String name, String table, String columns, String values, Optional<Rows> from, Expected expected)
            implements Step {

        public String into() {
            return "insert into " + table + " (" + columns + ")\n";
        }

        public String text() {
            return into()
                    + from.map(rows -> "select " + values + rows.from()).orElseGet(() -> "values (" + values + ")");
        }
    }

    /**
     * Writes rows to the log, in this order.
     *
     * @param rows the rows
     */
    public record Log(List<LogRow> rows) implements Step {}

    /**
     * A row of the log.
     *
     * @param type the kind of change
     * @param seq the seq
     * @param party the party whose state changed, or null
     * @param when the value that says whether it is written; always without it
     */
    public record LogRow(ChangeType type, String seq, String party, Optional<String> when) {}

    /**
     * The number of rows that a step changes. A database may end a statement half-way without a failure, so renderers
     * check it where that can happen.
     *
     * @param rows the number or the parameter that holds it; empty for any number
     * @param orMore whether more are right too
     */
    public record Expected(String rows, boolean orMore) {

        public static final Expected ONE = new Expected("1", false);
        public static final Expected SOME = new Expected("1", true);
        public static final Expected ANY = new Expected("0", true);

        public boolean isMet(int changed, Params params) {
            long expected = rows.startsWith(":") ? params.number(rows.substring(1)) : Long.parseLong(rows);
            return orMore ? changed >= expected : changed == expected;
        }
    }
}
