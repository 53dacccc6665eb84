package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;

/**
 * A transaction of the storage that was begun for a contract test.
 *
 * @param transaction the transaction
 * @param storage the storage inside it
 */
record InMemoryInFlight(InMemoryTransaction transaction, Storage storage) implements StorageFixture.InFlight {

    InMemoryInFlight(InMemoryStorage storage, InMemoryTransaction transaction) {
        this(transaction, storage.joined(transaction));
    }

    @Override
    public HostTransaction hostTransaction() {
        return transaction;
    }

    @Override
    public void commit() {
        transaction.commit();
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public void close() {
        transaction.close();
    }
}
