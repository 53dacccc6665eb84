package dev.postroom.messaging.jdbc;

/** The databases a {@link JdbcStorage} works on. */
public enum Database {

    /** H2 2.x. */
    H2,

    /** PostgreSQL; tests run on 18, older ones are not verified. */
    POSTGRESQL,

    /** MariaDB, which needs to be 10.8 at least; tests run on 11.4. MySQL is another database, and not among these. */
    MARIADB
}
