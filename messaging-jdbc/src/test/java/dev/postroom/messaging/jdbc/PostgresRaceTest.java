package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on PostgreSQL. */
@Tag("slow")
class PostgresRaceTest extends RaceSuites {

    @Override
    StorageFixture fixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
