package dev.postroom.messaging.jdbc;

/**
 * Rows of a table.
 *
 * @param table the table with its alias
 * @param where the condition; empty for all rows
 */
record Rows(String table, String where) {

    /** The {@code from} and {@code where} of a query for these rows. */
    String from() {
        return " from " + table + (where.isEmpty() ? "" : " where " + where);
    }

    Rows and(String condition) {
        return new Rows(table, where + " and " + condition);
    }
}
