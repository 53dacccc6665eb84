package dev.postroom.messaging.jdbc;

import java.util.List;

/** How many rows PostgreSQL reads of tables that it has no statistics of. */
class PostgresFreshTablesTest extends FreshTablesSuites {

    private final String prefix = TestServer.POSTGRESQL.takePrefix();

    @Override
    RowsRead open() {
        return ServerRowsRead.postgresql(TestServer.POSTGRESQL.pool());
    }

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    List<String> withoutStatistics() {
        return Tables.OF_DOMAIN.stream()
                .map(table -> "alter table " + prefix + table + " set (autovacuum_enabled = off)")
                .toList();
    }
}
