package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** Operations that meet each other, on H2. */
class H2InterleavingTest extends InterleavingSuites {

    @Override
    StorageFixture fixture() {
        return new H2Fixture();
    }
}
