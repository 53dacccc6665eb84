package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on MariaDB with large threads. */
@Tag("slow")
class MariaDbLargeRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_THREE);
    }
}
