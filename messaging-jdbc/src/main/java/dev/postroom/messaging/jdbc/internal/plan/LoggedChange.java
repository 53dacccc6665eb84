package dev.postroom.messaging.jdbc.internal.plan;

import java.util.Optional;

/**
 * A change of what a party has for itself, together with the log row for each row that it changed: one atomic step, of which
 * nothing happens where the guard does not hold. Defined once for all databases; {@code NestedChanges} makes one statement
 * of it, {@code MariaDbChanges} a compound statement. All of them lock the party's row {@code m}, and no row of the thread.
 *
 * <p>The log row takes {@code :type}, {@code :whose}, {@code :actor} and {@code :at} from the parameters.
 *
 * @param name the operation, for the comment of its statements
 * @param lookup the row of another table whose values the change needs; without that row nothing happens
 * @param member the party's row, by its key alone
 * @param guard the condition on the party's row and the values
 * @param change the change
 * @param thread the id of the thread that is logged, of the values and the parameters
 * @param seq the seq that is logged, of the values, the parameters, and the changed row {@code c}
 */
public record LoggedChange(
        String name, Optional<Lookup> lookup, Rows member, String guard, Change change, String thread, String seq) {

    /** The comment with which its statements begin. */
    public String comment() {
        return "/* postroom " + name + " */ ";
    }

    /** The change itself. */
    public sealed interface Change {}

    /**
     * The party's row changes.
     *
     * @param set the assignments
     */
    public record Update(String set) implements Change {}

    /**
     * A row is inserted unless it is there.
     *
     * @param table the table
     * @param columns its columns
     * @param values the values
     * @param absent a condition under which the row is not there: it spares a failing insert on databases that handle one as
     *     a failure
     * @param touch the change of the party's row that goes with the new row, if any
     */
    public record Insert(String table, String columns, String values, String absent, Optional<Touch> touch)
            implements Change {

        public String into() {
            return "insert into " + table + " (" + columns + ")\n";
        }
    }

    /**
     * A change of the party's row that may have been made before.
     *
     * @param set the assignments
     * @param holds the condition on the row that holds afterwards
     */
    public record Touch(String set, String holds) {}

    /**
     * Rows are deleted.
     *
     * @param rows the rows, with the alias {@code c}
     */
    public record Delete(Rows rows) implements Change {}
}
