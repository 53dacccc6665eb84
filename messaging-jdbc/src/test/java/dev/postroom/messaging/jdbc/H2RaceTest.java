package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;

/** Many operations at once, on H2. */
class H2RaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2Fixture();
    }
}
