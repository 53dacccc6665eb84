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
 * A directory of invented parties that is empty at first, for tests only. It is safe for use by several Java threads.
 */
public final class FakeDirectory implements Directory {

    private final Map<TenantId, Set<Party>> known = new HashMap<>();
    private int questions;

    /** Makes an empty directory. */
    public FakeDirectory() {}

    /**
     * Adds parties to the default tenant. A party that is already known stays.
     *
     * @param parties the parties to add
     * @return this directory
     */
    public FakeDirectory add(Party... parties) {
        return add(TenantId.DEFAULT, parties);
    }

    /**
     * Adds parties to a tenant. A party that is already known stays.
     *
     * @param tenant the tenant
     * @param parties the parties to add
     * @return this directory
     */
    public synchronized FakeDirectory add(TenantId tenant, Party... parties) {
        known.computeIfAbsent(tenant, absent -> new HashSet<>()).addAll(Arrays.asList(parties));
        return this;
    }

    /**
     * Removes parties from the default tenant. An unknown party has no effect.
     *
     * @param parties the parties to remove
     * @return this directory
     */
    public FakeDirectory remove(Party... parties) {
        return remove(TenantId.DEFAULT, parties);
    }

    /**
     * Removes parties from a tenant. An unknown party has no effect.
     *
     * @param tenant the tenant
     * @param parties the parties to remove
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
     * Returns how often the directory was asked which parties exist.
     *
     * @return the number of calls since the directory was made
     */
    public synchronized int questions() {
        return questions;
    }
}
