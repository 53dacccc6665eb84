package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;

/**
 * Gives the contracts an in-memory storage, for tests only. It is safe for use by several Java threads.
 *
 * <p>{@link InMemoryTransaction} says which operations wait for a transaction that {@linkplain #begin() was begun}.
 */
public final class InMemoryFixture implements StorageFixture {

    private final InMemoryStorage storage;

    /** Makes a fixture with an empty storage. */
    public InMemoryFixture() {
        this(new InMemoryStorage());
    }

    InMemoryFixture(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public InFlight begin() {
        return new InMemoryInFlight(storage, storage.transaction());
    }

    @Override
    public void close() {
        storage.close();
    }
}
