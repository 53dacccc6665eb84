package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on PostgreSQL with large threads. */
@Tag("slow")
class PostgresLargeRaceTest extends RaceSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.on(TestServer.POSTGRESQL, LargeThreads.FROM_THREE);
    }
}
