package dev.postroom.messaging.jdbc;

/** Limits the number of rows that MariaDB reads while it has no statistics. */
class MariaDbFreshTablesTest extends FreshTablesSuites {

    MariaDbFreshTablesTest() {
        super(TestServer.MARIADB.takePrefix(), "stats_auto_recalc = 0");
    }

    @Override
    RowsRead open() {
        return ServerRowsRead.mariaDb(TestServer.MARIADB.pool());
    }
}
