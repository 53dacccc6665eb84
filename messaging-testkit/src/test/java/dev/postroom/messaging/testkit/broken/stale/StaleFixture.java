package dev.postroom.messaging.testkit.broken.stale;

import dev.postroom.messaging.spi.HostTransaction;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.InMemoryFixture;
import dev.postroom.messaging.testkit.inmemory.InMemoryStorage;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives a storage whose components can read a {@link StaleView} before they wait for write access. */
final class StaleFixture implements StorageFixture {

    private final InMemoryFixture fixture;
    private final StaleView view;

    private StaleFixture(InMemoryFixture fixture, StaleView view) {
        this.fixture = fixture;
        this.view = view;
    }

    /** Makes a fixture of components that read the view when an operation begins, not when it takes effect. */
    static StorageFixture of(Function<Supplier<StaleView>, StorageComponents> components) {
        AtomicReference<StaleView> view = new AtomicReference<>();
        InMemoryStorage storage = BrokenComponents.storage(components.apply(view::get));
        view.set(new StaleView(storage.inspection()));
        return new StaleFixture(BrokenComponents.fixture(storage), view.get());
    }

    @Override
    public Storage storage() {
        return fixture.storage();
    }

    @Override
    public InFlight begin() {
        InFlight inFlight = fixture.begin();
        view.takeSnapshot();
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
                view.releaseSnapshot();
                inFlight.commit();
            }

            @Override
            public void rollback() {
                view.releaseSnapshot();
                inFlight.rollback();
            }

            @Override
            public void close() {
                view.releaseSnapshot();
                inFlight.close();
            }
        };
    }

    @Override
    public void close() {
        fixture.close();
    }
}
