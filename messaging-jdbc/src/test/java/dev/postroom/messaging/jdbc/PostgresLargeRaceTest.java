package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on PostgreSQL with large threads. */
@Tag("slow")
class PostgresLargeRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.on(TestServer.POSTGRESQL, LargeThreads.FROM_THREE);
    }
}
