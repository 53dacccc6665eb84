package dev.postroom.messaging.jdbc;

/** Says whether a {@link JdbcStorage} creates or checks its tables when it is opened. */
public enum SchemaMode {

    /** Nothing: for whoever looks after the tables. Opening a storage then asks the database no more than what it is. */
    NONE,

    /** Refuses to open if migrations or tables are missing, and names them. Changes nothing. */
    VALIDATE,

    /**
     * Makes or updates the tables. Safe when several processes start at once, and when one dies half-way: the next goes on.
     */
    MIGRATE
}
