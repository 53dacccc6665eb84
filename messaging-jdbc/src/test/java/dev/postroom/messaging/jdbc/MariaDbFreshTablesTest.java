package dev.postroom.messaging.jdbc;

import java.util.List;

/** How many rows MariaDB reads of tables that it has no statistics of. */
class MariaDbFreshTablesTest extends FreshTablesSuites {

    private final String prefix = TestServer.MARIADB.takePrefix();

    @Override
    RowsRead open() {
        return ServerRowsRead.mariaDb(TestServer.MARIADB.pool());
    }

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    List<String> withoutStatistics() {
        return Tables.OF_DOMAIN.stream()
                .map(table -> "alter table " + prefix + table + " stats_auto_recalc = 0")
                .toList();
    }
}
