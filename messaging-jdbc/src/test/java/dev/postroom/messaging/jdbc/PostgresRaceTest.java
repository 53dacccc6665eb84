package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on PostgreSQL. */
@Tag("slow")
class PostgresRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
