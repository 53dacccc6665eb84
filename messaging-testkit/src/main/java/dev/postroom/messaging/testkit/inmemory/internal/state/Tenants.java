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
 * All data, apart for each tenant, and the lock.
 *
 * <p>There is one lock for the whole storage, not one for each tenant: a transaction that stays open names no tenant
 * when it begins, and the inspection reads across tenants as of one moment. Speed is no aim here.
 */
public class Tenants {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turnEnded = lock.newCondition();
    private final Keys keys;
    private Map<Object, TenantData> tenants = new HashMap<>();

    /** The Java thread that began the open transaction; null without one. */
    private @Nullable Thread turn;

    public Tenants(Keys keys) {
        this.keys = keys;
    }

    public Keys keys() {
        return keys;
    }

    /** Runs an operation that may write on one tenant's data, alone; waits for an open transaction to end. */
    public <T> T in(TenantId tenant, Function<TenantData, T> operation) {
        return alone(() -> {
            awaitTurn();
            return operation.apply(data(tenant));
        });
    }

    /** Runs a reading operation on one tenant's data as of the last commit. */
    public <T> T read(TenantId tenant, Function<TenantData, T> operation) {
        return alone(() -> operation.apply(data(tenant)));
    }

    /** Runs a reading operation on the data of all tenants as of the last commit. */
    public <T> T readAll(Function<List<TenantData>, T> operation) {
        return alone(() -> operation.apply(new ArrayList<>(tenants.values())));
    }

    /** Lets nobody write until {@link #endTurn()}; answers a copy of everything. */
    public Map<Object, TenantData> takeTurn() {
        return alone(() -> {
            awaitTurn();
            turn = Thread.currentThread();
            return copy();
        });
    }

    public void endTurn() {
        alone(() -> {
            turn = null;
            turnEnded.signalAll();
            return true;
        });
    }

    /** Everything itself, for who is alone. */
    public final Map<Object, TenantData> all() {
        return tenants;
    }

    public Map<Object, TenantData> copy() {
        return alone(() -> {
            Map<Object, TenantData> copy = new HashMap<>();
            tenants.forEach((key, data) -> copy.put(key, data.copy()));
            return copy;
        });
    }

    public void replace(Map<Object, TenantData> data) {
        alone(() -> tenants = data);
    }

    public <T> T alone(Supplier<T> operation) {
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

    private void awaitTurn() {
        if (Thread.currentThread().equals(turn)) {
            throw new StorageException(
                    "this call would wait for a transaction that its own Java thread has open: use what"
                            + " Messaging.in(transaction) answers",
                    true,
                    false,
                    null);
        }
        try {
            long left = PATIENCE.toNanos();
            while (turn != null) {
                if (left <= 0) {
                    throw waited("longer than " + PATIENCE.toSeconds() + " s", null);
                }
                left = turnEnded.awaitNanos(left);
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
