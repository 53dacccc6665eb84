package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** Many operations at once, on H2. */
class H2RaceTest extends RaceSuites {

    @Override
    StorageFixture fixture() {
        return new H2Fixture();
    }
}
