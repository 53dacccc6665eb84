package dev.postroom.messaging.jdbc;

import java.util.List;

/** How many rows H2 reads of tables that it has no statistics of. */
class H2FreshTablesTest extends FreshTablesSuites {

    @Override
    RowsRead open() {
        return new H2RowsRead(H2Fixture.pool());
    }

    @Override
    String prefix() {
        return "postroom_";
    }

    @Override
    List<String> withoutStatistics() {
        return List.of();
    }
}
