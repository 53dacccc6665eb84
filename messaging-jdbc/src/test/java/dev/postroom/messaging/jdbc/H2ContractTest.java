package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** What the storage port promises, on H2. */
class H2ContractTest extends ContractSuites {

    @Override
    StorageFixture fixture() {
        return new H2Fixture();
    }
}
