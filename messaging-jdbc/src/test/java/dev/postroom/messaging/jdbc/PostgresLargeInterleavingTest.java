package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on PostgreSQL with large threads. */
@Tag("slow")
class PostgresLargeInterleavingTest extends InterleavingSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.on(TestServer.POSTGRESQL, LargeThreads.FROM_THREE);
    }
}
