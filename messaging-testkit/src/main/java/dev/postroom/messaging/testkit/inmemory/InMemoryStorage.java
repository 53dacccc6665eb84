package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.ThreadStore;

/**
 * A storage that keeps everything in memory, for tests only: nothing survives the process, and every answer scans all
 * messages of a thread. It keeps plain facts (messages, windows, positions, marks) and no totals, so that it is an
 * independent measure for storages that do.
 *
 * <p>Safe for use by several Java threads: every operation, a reading one too, is alone in the storage.
 */
public final class InMemoryStorage implements Storage {

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
        Rules rules = parts.rules();
        tenants = parts.tenants();
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

    /** Does nothing: what is stored stays readable as long as the storage is referred to. */
    @Override
    public void close() {}

    /** Makes every other Java thread wait until {@link #release()}. */
    void hold() {
        tenants.hold();
    }

    /** Ends one {@link #hold()} of the calling Java thread. */
    void release() {
        tenants.release();
    }
}
