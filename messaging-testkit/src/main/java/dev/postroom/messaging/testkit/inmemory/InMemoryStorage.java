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
import dev.postroom.messaging.testkit.inmemory.internal.port.Parts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.TransactionTenants;

/**
 * A storage that keeps everything in memory, for tests only: nothing survives the process, and every answer scans all
 * messages of a thread. It keeps plain facts (messages, windows, positions, marks) and no totals, so that it is an
 * independent measure for storages that do.
 *
 * <p>Safe for use by several Java threads: every operation, a reading one too, is alone in the storage. {@link
 * #transaction()} stands for a transaction of the host.
 */
public final class InMemoryStorage implements Storage {

    private final Parts parts;
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
        this(new Parts());
    }

    /** Makes an empty storage of other parts: this is how the tests of the kit break it on purpose. */
    InMemoryStorage(Parts parts) {
        this(parts, parts.rules(), parts.tenants());
    }

    private InMemoryStorage(Parts parts, Rules rules, Tenants tenants) {
        this.parts = parts;
        this.rules = rules;
        this.tenants = tenants;
        threads = parts.threads(tenants, rules);
        messages = parts.messages(tenants, rules);
        positions = parts.positions(tenants, rules);
        stars = parts.stars(tenants, rules);
        boxes = parts.boxes(tenants, rules);
        inspection = parts.inspection(tenants, rules);
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
     * Begins a transaction as a host would, for {@code Messaging.in}.
     *
     * @return the transaction; it waits for nobody before its first operation
     */
    public InMemoryTransaction transaction() {
        TransactionTenants data = parts.transaction(tenants);
        return new InMemoryTransaction(this, new InMemoryStorage(parts, rules, data), data);
    }

    @Override
    public Storage joined(HostTransaction transaction) {
        if (transaction instanceof InMemoryTransaction ours && ours.isOf(this)) {
            return ours.inside();
        }
        throw new InvalidException("transaction", "must be made by transaction() of the storage that is to join it");
    }

    /** Does nothing: what is stored stays readable as long as the storage is referred to. */
    @Override
    public void close() {}
}
