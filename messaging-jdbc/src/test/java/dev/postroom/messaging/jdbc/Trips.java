package dev.postroom.messaging.jdbc;

import javax.sql.DataSource;

/** A database, and how often it was spoken to. */
interface Trips extends AutoCloseable {

    /** The database. */
    DataSource source();

    /** How many round trips there were since the last time this was asked. */
    int take();

    @Override
    void close();
}
