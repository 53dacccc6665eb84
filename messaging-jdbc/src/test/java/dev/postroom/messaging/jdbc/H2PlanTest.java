package dev.postroom.messaging.jdbc;

import java.util.List;

/** How many rows H2 reads. */
class H2PlanTest extends PlanSuites {

    @Override
    RowsRead open() {
        return new H2RowsRead(H2Fixture.pool());
    }

    @Override
    String range(int from, int to) {
        return "system_range(" + from + ", " + to + ")";
    }

    @Override
    String randomId() {
        return "random_uuid()";
    }

    @Override
    List<String> analyze() {
        return List.of("analyze");
    }
}
