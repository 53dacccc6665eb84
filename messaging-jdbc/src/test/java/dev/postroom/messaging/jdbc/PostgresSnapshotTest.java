package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** Host transactions that looked at the world before others changed it, on PostgreSQL. */
@Tag("slow")
class PostgresSnapshotTest extends SnapshotHazards {

    @Override
    HazardSite site() {
        return HazardSite.of(TestServer.POSTGRESQL);
    }

    @Override
    boolean goesOn() {
        return false;
    }
}
