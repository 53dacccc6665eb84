package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.Parts;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives a storage whose parts may look at a {@link StaleView} before they wait for their turn. */
final class StaleFixture implements StorageFixture {

    private final InMemoryFixture fixture;
    private final StaleView view;

    private StaleFixture(InMemoryFixture fixture, StaleView view) {
        this.fixture = fixture;
        this.view = view;
    }

    /** Makes a fixture of parts that look at the view when an operation begins, not when it takes effect. */
    static StorageFixture of(Function<Supplier<StaleView>, Parts> parts) {
        AtomicReference<StaleView> view = new AtomicReference<>();
        InMemoryStorage storage = new InMemoryStorage(parts.apply(view::get));
        view.set(new StaleView(storage.inspection()));
        return new StaleFixture(new InMemoryFixture(storage), view.get());
    }

    @Override
    public Storage storage() {
        return fixture.storage();
    }

    @Override
    public InFlight begin() {
        InFlight inFlight = fixture.begin();
        view.freeze();
        return new InFlight() {
            @Override
            public Storage storage() {
                return inFlight.storage();
            }

            @Override
            public HostTransaction hostTransaction() {
                return inFlight.hostTransaction();
            }

            @Override
            public void commit() {
                view.thaw();
                inFlight.commit();
            }

            @Override
            public void rollback() {
                view.thaw();
                inFlight.rollback();
            }

            @Override
            public void close() {
                view.thaw();
                inFlight.close();
            }
        };
    }

    @Override
    public void close() {
        fixture.close();
    }
}
