package dev.postroom.messaging.jdbc;

/** Limits the number of rows that PostgreSQL reads while it has no statistics. */
class PostgresFreshTablesTest extends FreshTablesSuites {

    PostgresFreshTablesTest() {
        super(TestServer.POSTGRESQL.takePrefix(), "set (autovacuum_enabled = off)");
    }

    @Override
    RowsRead open() {
        return ServerRowsRead.postgresql(TestServer.POSTGRESQL.pool());
    }
}
