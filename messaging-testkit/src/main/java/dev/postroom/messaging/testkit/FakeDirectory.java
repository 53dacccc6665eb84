package dev.postroom.messaging.testkit;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.spi.Directory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A directory of made-up people that knows nobody at first; for tests only. Safe for use by several Java threads.
 */
public final class FakeDirectory implements Directory {

    private final Map<TenantId, Set<Party>> known = new HashMap<>();
    private int questions;

    /** Makes a directory that knows nobody. */
    public FakeDirectory() {}

    /**
     * Adds parties to the default tenant; who is known already stays.
     *
     * @param parties who exists from now on
     * @return this directory
     */
    public FakeDirectory add(Party... parties) {
        return add(TenantId.DEFAULT, parties);
    }

    /**
     * Adds parties to a tenant; who is known already stays.
     *
     * @param tenant the tenant
     * @param parties who exists from now on
     * @return this directory
     */
    public synchronized FakeDirectory add(TenantId tenant, Party... parties) {
        known.computeIfAbsent(tenant, absent -> new HashSet<>()).addAll(Arrays.asList(parties));
        return this;
    }

    /**
     * Removes parties from the default tenant; who is not known is passed over.
     *
     * @param parties who exists no more
     * @return this directory
     */
    public FakeDirectory remove(Party... parties) {
        return remove(TenantId.DEFAULT, parties);
    }

    /**
     * Removes parties from a tenant; who is not known is passed over.
     *
     * @param tenant the tenant
     * @param parties who exists no more
     * @return this directory
     */
    public synchronized FakeDirectory remove(TenantId tenant, Party... parties) {
        known.getOrDefault(tenant, new HashSet<>()).removeAll(Arrays.asList(parties));
        return this;
    }

    @Override
    public synchronized Set<Party> existing(TenantId tenant, Set<Party> parties) {
        questions++;
        Set<Party> existing = new HashSet<>(parties);
        existing.retainAll(known.getOrDefault(tenant, Set.of()));
        return Set.copyOf(existing);
    }

    /**
     * Answers how often the directory was asked who exists.
     *
     * @return the number of questions since it was made
     */
    public synchronized int questions() {
        return questions;
    }
}
