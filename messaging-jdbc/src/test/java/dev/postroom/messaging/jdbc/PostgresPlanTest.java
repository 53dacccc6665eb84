package dev.postroom.messaging.jdbc;

import java.util.List;

/** How many rows PostgreSQL reads. */
class PostgresPlanTest extends PlanSuites {

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
    String range(int from, int to) {
        return "generate_series(" + from + ", " + to + ") as r(x)";
    }

    @Override
    String randomId() {
        return "gen_random_uuid()";
    }

    @Override
    List<String> analyze() {
        return List.of("vacuum analyze");
    }
}
