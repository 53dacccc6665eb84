package dev.postroom.messaging.testkit;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;

/**
 * What a storage adapter gives the contract suites: one empty storage for each test. Implement it once per adapter, and
 * extend each suite with a class that returns it.
 */
public interface StorageFixture extends AutoCloseable {

    /**
     * Answers the storage under test. Empty when the fixture is made; the same for the fixture's life.
     *
     * @return the storage
     */
    Storage storage();

    /**
     * Begins a transaction on the storage that stays open until the test ends it, so that the suites can let another
     * operation meet it in flight. What is done through {@link InFlight#storage()} holds its locks and is seen by nobody
     * else before {@link InFlight#commit()}. The suites look at the storage from other Java threads meanwhile; a storage
     * may let them wait, also where the port says that an operation does not wait for a thread.
     *
     * @return the open transaction, used and ended by the calling Java thread
     */
    InFlight begin();

    /** Closes the storage and whatever the fixture opened for it. */
    @Override
    void close();

    /**
     * A transaction as a host would run it: operations that have been done and not yet committed. Ended, it is over as a
     * host's is, so that the storage can tell.
     */
    interface InFlight extends AutoCloseable {

        /**
         * Answers the transaction as the storage knows it.
         *
         * @return what {@link Storage#joined} takes
         */
        HostTransaction hostTransaction();

        /**
         * Answers the storage inside the transaction.
         *
         * @return a view of {@link StorageFixture#storage()}
         */
        Storage storage();

        /** Makes what was done visible and durable, and lets waiting operations go on. */
        void commit();

        /** Undoes what was done, and lets waiting operations go on. */
        void rollback();

        /** Rolls back if the transaction has not ended; a test that fails half-way leaves no lock behind. */
        @Override
        void close();
    }
}
