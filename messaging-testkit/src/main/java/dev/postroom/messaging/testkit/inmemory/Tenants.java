package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All data, apart for each tenant, and the lock.
 *
 * <p>There is one lock for the whole storage, not one for each tenant: a transaction that stays open names no tenant
 * when it begins, and the inspection reads across tenants as of one moment. Speed is no aim here.
 */
class Tenants {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, TenantData> tenants = new HashMap<>();
    private final Keys keys;

    Tenants(Keys keys) {
        this.keys = keys;
    }

    /** Runs an operation on one tenant's data, alone. */
    <T> T in(TenantId tenant, Function<TenantData, T> operation) {
        return alone(() -> operation.apply(tenants.computeIfAbsent(keys.tenant(tenant), key -> new TenantData(keys))));
    }

    /** Runs an operation on the data of all tenants, alone. */
    <T> T inAll(Function<List<TenantData>, T> operation) {
        return alone(() -> operation.apply(new ArrayList<>(tenants.values())));
    }

    /** Lets no other Java thread in, until released as often as held. */
    void hold() {
        lock.lock();
    }

    void release() {
        lock.unlock();
    }

    private <T> T alone(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }
}
