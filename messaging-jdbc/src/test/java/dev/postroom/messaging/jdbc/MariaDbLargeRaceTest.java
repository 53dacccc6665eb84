package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on MariaDB with large threads. */
@Tag("slow")
class MariaDbLargeRaceTest extends RaceSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_THREE);
    }
}
