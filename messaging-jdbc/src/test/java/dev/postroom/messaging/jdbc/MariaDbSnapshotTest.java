package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** Host transactions that looked at the world before others changed it, on MariaDB. */
@Tag("slow")
class MariaDbSnapshotTest extends SnapshotHazards {

    @Override
    HazardSite site() {
        return HazardSite.of(TestServer.MARIADB);
    }

    @Override
    boolean goesOn() {
        return true;
    }
}
