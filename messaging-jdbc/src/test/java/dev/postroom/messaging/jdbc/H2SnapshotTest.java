package dev.postroom.messaging.jdbc;

import org.junit.jupiter.api.Tag;

/** Host transactions that looked at the world before others changed it, on H2. */
@Tag("slow")
class H2SnapshotTest extends SnapshotHazards {

    @Override
    HazardSite site() {
        return HazardSite.h2();
    }

    @Override
    boolean goesOn() {
        return false;
    }
}
