package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on MariaDB with large threads. */
@Tag("slow")
class MariaDbLargeInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_THREE);
    }
}
