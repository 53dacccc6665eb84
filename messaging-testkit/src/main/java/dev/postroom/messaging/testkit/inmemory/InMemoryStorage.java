package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadStore;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;

/**
 * A storage that keeps everything in memory, for tests only. Nothing survives the process, and every answer scans all
 * messages of a thread. The storage keeps plain facts (messages, windows, positions, marks) and no totals, so that other
 * storages can be compared with it.
 *
 * <p>It is safe for use by several Java threads: every operation, a reading one too, runs alone in the storage. {@link
 * #transaction()} begins an object that plays the role of a transaction of the host.
 */
public final class InMemoryStorage implements Storage {

    private final StorageComponents components;
    private final Rules rules;
    private final Tenants tenants;
    private final ThreadStore threads;
    private final MessageStore messages;
    private final PositionStore positions;
    private final StarStore stars;
    private final BoxStore boxes;
    private final Inspection inspection;

    /** Makes an empty storage. */
    public InMemoryStorage() {
        this(new StorageComponents());
    }

    /** Makes an empty storage from other components. The tests of the kit use it to make storages with faults. */
    InMemoryStorage(StorageComponents components) {
        this(components, components.rules(), components.tenants());
    }

    private InMemoryStorage(StorageComponents components, Rules rules, Tenants tenants) {
        this.components = components;
        this.rules = rules;
        this.tenants = tenants;
        threads = components.threads(tenants, rules);
        messages = components.messages(tenants, rules);
        positions = components.positions(tenants, rules);
        stars = components.stars(tenants, rules);
        boxes = components.boxes(tenants, rules);
        inspection = components.inspection(tenants, rules);
    }

    @Override
    public ThreadStore threads() {
        return threads;
    }

    @Override
    public MessageStore messages() {
        return messages;
    }

    @Override
    public PositionStore positions() {
        return positions;
    }

    @Override
    public StarStore stars() {
        return stars;
    }

    @Override
    public BoxStore boxes() {
        return boxes;
    }

    @Override
    public Inspection inspection() {
        return inspection;
    }

    /**
     * Begins a transaction as a host does, for {@code Messaging.in}.
     *
     * @return the transaction, which waits for no other one before its first operation
     */
    public InMemoryTransaction transaction() {
        TransactionTenants data = components.transaction(tenants);
        return new InMemoryTransaction(this, new InMemoryStorage(components, rules, data), data);
    }

    @Override
    public Storage joined(HostTransaction transaction) {
        if (transaction instanceof InMemoryTransaction ours && ours.isOf(this)) {
            return ours.inside();
        }
        throw new InvalidException("transaction", "must be made by transaction() of the storage that is to join it");
    }

    /** Does nothing. The stored data stay readable as long as the storage is referenced. */
    @Override
    public void close() {}
}
