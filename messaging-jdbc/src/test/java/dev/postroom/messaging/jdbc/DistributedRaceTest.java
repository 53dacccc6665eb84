package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on PostgreSQL with statements as a distributed one accepts them. */
@Tag("slow")
class DistributedRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.POSTGRESQL, JdbcOptions.defaults().distributed());
    }
}
