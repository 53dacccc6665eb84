package dev.postroom.messaging.jdbc.internal.plan;

/**
 * Rows of a table.
 *
 * @param table the table with its alias
 * @param where the condition; empty for all rows
 */
public record Rows(String table, String where) {

    /** The {@code from} and {@code where} of a query for these rows. */
    public String from() {
        return " from " + table + (where.isEmpty() ? "" : " where " + where);
    }

    public Rows and(String condition) {
        return new Rows(table, where + " and " + condition);
    }
}
