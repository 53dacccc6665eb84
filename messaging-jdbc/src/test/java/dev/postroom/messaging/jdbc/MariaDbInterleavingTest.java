package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on MariaDB. */
@Tag("slow")
class MariaDbInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.MARIADB);
    }
}
