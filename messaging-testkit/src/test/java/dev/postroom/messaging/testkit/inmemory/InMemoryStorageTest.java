package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.StorageSuite;

/** Tests that the in-memory storage passes all contracts. */
class InMemoryStorageTest extends StorageSuite {

    @Override
    protected StorageFixture newFixture() {
        return new InMemoryFixture();
    }
}
