package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;

/** Operations that meet each other, on H2. */
class H2InterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2Fixture();
    }
}
