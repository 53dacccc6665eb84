package dev.postroom.messaging.jdbc;

import java.util.List;
import java.util.stream.Stream;

/** How many rows MariaDB reads. */
class MariaDbPlanTest extends PlanSuites {

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
    String range(int from, int to) {
        return "(select seq as x from seq_" + from + "_to_" + to + ") r";
    }

    @Override
    String randomId() {
        return "uuid()";
    }

    @Override
    List<String> analyze() {
        return Stream.of("thread", "member", "message", "star")
                .map(table -> "analyze table " + prefix + table)
                .toList();
    }

    /** Parts of an answer are written to a table for a moment, and each step of reading them counts. */
    @Override
    int slack() {
        return 3;
    }
}
