package dev.postroom.messaging.testkit;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;

/**
 * Gives the contracts one empty storage for each test. An adapter implements it once, and extends {@code StorageSuite}
 * with a class that returns it.
 */
public interface StorageFixture extends AutoCloseable {

    /**
     * Returns the storage under test. It is empty when the fixture is made, and the same for the fixture's life.
     *
     * @return the storage
     */
    Storage storage();

    /**
     * Begins a transaction on the storage that stays open until the test ends it, so that another operation can meet it
     * in flight. An operation through {@link InFlight#storage()} holds its locks, and nobody else sees it before {@link
     * InFlight#commit()}. Meanwhile the tests read the storage from other Java threads. A storage may let them wait,
     * even where the port says that an operation does not wait for a thread.
     *
     * @return the open transaction, used and ended by the calling Java thread
     */
    InFlight begin();

    /** Closes the storage and everything that the fixture opened for it. */
    @Override
    void close();

    /**
     * A transaction as a host runs it, with operations that have run and are not yet committed. After its end the
     * storage must recognize it as ended, like a transaction of a host.
     */
    interface InFlight extends AutoCloseable {

        /**
         * Returns the transaction as the storage knows it.
         *
         * @return the argument for {@link Storage#joined}
         */
        HostTransaction hostTransaction();

        /**
         * Returns the storage inside the transaction.
         *
         * @return a view of {@link StorageFixture#storage()}
         */
        Storage storage();

        /** Commits the operations, and lets waiting operations continue. */
        void commit();

        /** Rolls the operations back, and lets waiting operations continue. */
        void rollback();

        /** Rolls back if the transaction has not ended, so that a test that fails leaves no lock. */
        @Override
        void close();
    }
}
