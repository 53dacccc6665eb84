package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.StorageSuite;

/** The in-memory storage passes everything. */
class InMemoryStorageTest extends StorageSuite {

    @Override
    protected StorageFixture newFixture() {
        return new InMemoryFixture();
    }
}
