package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;

/** A database that tells how many rows its queries read. */
interface RowsRead {

    /** The database. */
    DataSource source();

    /** How many rows were read since the last time this was asked. */
    long take();

    /** What is known of where they were read, since the last {@link #take()}. */
    default String plans() {
        return "";
    }
}
