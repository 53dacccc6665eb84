package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;

/** Holds the storage for one Java thread, which gets in again and again, until it is ended. */
class InMemoryInFlight implements StorageFixture.InFlight {

    private final InMemoryStorage storage;
    private boolean ended;

    /** Takes over one hold of the calling Java thread. */
    InMemoryInFlight(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void commit() {
        if (ended) {
            throw new IllegalStateException("the transaction has ended");
        }
        end();
    }

    @Override
    public void close() {
        if (!ended) {
            end();
        }
    }

    private void end() {
        storage.release();
        ended = true;
    }
}
