package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;

/**
 * Stands for a transaction of the host, so that hosts can test what they do in one without a database:
 *
 * <pre>{@code
 * try (InMemoryTransaction transaction = storage.transaction()) {
 *     messaging.in(transaction).as(bob).reply(thread, Draft.text("Tomorrow at 9"));
 *     transaction.commit();
 * }
 * }</pre>
 *
 * <p>Nobody else sees what is done inside before {@link #commit()}; {@link #rollback()} undoes it. From the first
 * operation inside until the end every writing operation outside waits, on whatever thread; after ten seconds it fails,
 * and at once if it is called on the Java thread of the first operation inside, for that would wait for itself. Reading
 * operations outside do not wait. A transaction whose first operation finds another one open waits and fails likewise.
 *
 * <p>Used by one Java thread at a time.
 */
public final class InMemoryTransaction implements HostTransaction, AutoCloseable {

    private final InMemoryStorage storage;
    private final Storage inside;
    private final TransactionTenants data;

    InMemoryTransaction(InMemoryStorage storage, Storage inside, TransactionTenants data) {
        this.storage = storage;
        this.inside = inside;
        this.data = data;
    }

    boolean isOf(InMemoryStorage asked) {
        return storage.equals(asked);
    }

    Storage inside() {
        return inside;
    }

    /**
     * Makes what was done inside visible to all, and ends the transaction.
     *
     * @throws dev.postroom.messaging.model.ClosedException if it has ended
     */
    public void commit() {
        data.commit();
    }

    /**
     * Undoes what was done inside, and ends the transaction.
     *
     * @throws dev.postroom.messaging.model.ClosedException if it has ended
     */
    public void rollback() {
        data.rollback();
    }

    /** Rolls back, unless the transaction has ended. May be called again. */
    @Override
    public void close() {
        if (!data.isEnded()) {
            data.rollback();
        }
    }
}
