package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.model.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data of all tenants, and the lock that protects them.
 *
 * <p>The whole storage has one lock, not one for each tenant, because an open transaction names no tenant when it
 * begins, and the inspection reads all tenants at one moment. The storage need not be fast.
 */
public class Tenants {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writeAccessReleased = lock.newCondition();
    private final IdentityKeys keys;
    private Map<Object, TenantData> tenants = new HashMap<>();

    /** The Java thread that began the open transaction; null without one. */
    private @Nullable Thread writer;

    public Tenants(IdentityKeys keys) {
        this.keys = keys;
    }

    IdentityKeys keys() {
        return keys;
    }

    /**
     * Runs an operation that may change one tenant's data, under the lock. It waits for the end of an open transaction.
     */
    public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
        return locked(() -> {
            awaitWriteAccess();
            return operation.apply(data(tenant));
        });
    }

    /** Runs a reading operation on one tenant's data as of the last commit. */
    public <T> T read(TenantId tenant, Function<TenantData, T> operation) {
        return locked(() -> operation.apply(data(tenant)));
    }

    /** Runs a reading operation on the data of all tenants as of the last commit. */
    public <T> T readAll(Function<List<TenantData>, T> operation) {
        return locked(() -> operation.apply(new ArrayList<>(tenants.values())));
    }

    /** Waits for write access and keeps it until {@link #releaseWriteAccess()}. Returns a copy of everything. */
    Map<Object, TenantData> acquireWriteAccess() {
        return locked(() -> {
            awaitWriteAccess();
            writer = Thread.currentThread();
            return copy();
        });
    }

    void releaseWriteAccess() {
        locked(() -> {
            writer = null;
            writeAccessReleased.signalAll();
            return true;
        });
    }

    /** Returns the data themselves, not a copy. The caller must hold the lock. */
    final Map<Object, TenantData> all() {
        return tenants;
    }

    public Map<Object, TenantData> copy() {
        return locked(() -> {
            Map<Object, TenantData> copy = new HashMap<>();
            tenants.forEach((key, data) -> copy.put(key, data.copy()));
            return copy;
        });
    }

    public void replace(Map<Object, TenantData> data) {
        locked(() -> tenants = data);
    }

    <T> T locked(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }

    private TenantData data(TenantId tenant) {
        return tenants.computeIfAbsent(keys.tenant(tenant), key -> new TenantData(keys));
    }

    private void awaitWriteAccess() {
        if (Thread.currentThread().equals(writer)) {
            throw new StorageException(
                    "this call would wait for a transaction that its own Java thread has open: use what"
                            + " Messaging.in(transaction) answers",
                    true,
                    false,
                    null);
        }
        try {
            long left = TIMEOUT.toNanos();
            while (writer != null) {
                if (left <= 0) {
                    throw waited("longer than " + TIMEOUT.toSeconds() + " s", null);
                }
                left = writeAccessReleased.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waited("until it was interrupted", e);
        }
    }

    private static StorageException waited(String howLong, @Nullable Throwable cause) {
        return new StorageException("this call waited for an open transaction " + howLong, true, false, cause);
    }
}
