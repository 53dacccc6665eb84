package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Acting;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The named parameters of a statement, with the domain's values turned into what the database keeps. */
final class Params {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Begins with {@code :tenant}, {@code :party} and {@code :actor}. */
    static Params of(Acting by) {
        return new Params()
                .with("tenant", by.tenant())
                .with("party", by.party())
                .with("actor", by.actor());
    }

    static Params none() {
        return new Params();
    }

    /** Begins with what another one has. */
    Params copy() {
        return new Params().and(this);
    }

    /** Adds what another one has. */
    Params and(Params other) {
        values.putAll(other.values);
        return this;
    }

    Params with(String name, @Nullable Object value) {
        values.put(name, stored(value));
        return this;
    }

    /** Threads as one parameter, so that one text serves for any number of them. */
    Params threads(Collection<ThreadId> threads) {
        return with("threads", threads.stream().map(ThreadId::value).distinct().toArray(UUID[]::new));
    }

    /** Parties as one parameter. */
    Params parties(Collection<Party> parties) {
        return with("parties", parties.stream().map(Party::key).distinct().toArray(String[]::new));
    }

    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof TenantId tenant) {
            return tenant.value();
        } else if (value instanceof Party party) {
            return party.key();
        } else if (value instanceof ThreadId thread) {
            return thread.value();
        } else if (value instanceof MessageId message) {
            return message.value();
        } else if (value instanceof Instant time) {
            return Micros.of(time);
        }
        return value;
    }

    /** Names no value: some are content. */
    @Override
    public String toString() {
        return "Params" + values.keySet();
    }
}
