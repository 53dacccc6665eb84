package dev.postroom.messaging.jdbc;

/** The databases a {@link JdbcStorage} works on. */
public enum Database {

    /** H2 2.x. */
    H2,

    /** PostgreSQL 14 and newer; tests run on 18. */
    POSTGRESQL,

    /** MariaDB 10.6 and newer; tests run on 11.4. MySQL is another database, and not among these. */
    MARIADB
}
