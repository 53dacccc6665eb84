package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on PostgreSQL. */
@Tag("slow")
class PostgresInterleavingTest extends InterleavingSuites {

    @Override
    StorageFixture fixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
