package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on PostgreSQL with statements as a distributed one accepts them. */
@Tag("slow")
class DistributedInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.POSTGRESQL, JdbcOptions.defaults().distributed());
    }
}
