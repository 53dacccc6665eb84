package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.ContractSuite;

/** What the storage port promises, on H2. */
class H2ContractTest extends ContractSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2Fixture();
    }
}
