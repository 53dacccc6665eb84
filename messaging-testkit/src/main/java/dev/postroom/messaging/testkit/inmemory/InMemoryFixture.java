package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;

/**
 * Gives the contract suites an in-memory storage; for tests only. Safe for use by several Java threads.
 *
 * <p>A transaction that {@linkplain #begin() was begun} makes every operation of another Java thread wait, a reading
 * one too, until it ends; the Java thread that began it sees what was done at once, through {@link #storage()} as well.
 * It cannot be rolled back: what was done stays, also if the transaction is closed without a commit.
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
        storage.hold();
        return new InMemoryInFlight(storage);
    }

    @Override
    public void close() {
        storage.close();
    }
}
