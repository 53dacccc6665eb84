package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on PostgreSQL with large threads. */
@Tag("slow")
class PostgresLargeInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.on(TestServer.POSTGRESQL, LargeThreads.FROM_THREE);
    }
}
