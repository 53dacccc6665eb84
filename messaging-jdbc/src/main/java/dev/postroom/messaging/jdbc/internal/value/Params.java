package dev.postroom.messaging.jdbc.internal.value;

import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.NewMember;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The named parameters of a statement, with the domain's values turned into what the database keeps. Most are bound
 * without asking Jdbi how each time: some statements name the same one twenty times.
 */
public final class Params implements NamedArgumentFinder {

    /** As Jdbi binds what has no type. */
    private static final Argument NULL = new NullArgument(Types.OTHER);

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, Argument> arguments = new HashMap<>();

    /** Begins with {@code :tenant}, {@code :party} and {@code :actor}. */
    public static Params of(Caller by) {
        return new Params()
                .with("tenant", by.tenant())
                .with("party", by.party())
                .with("actor", by.actor());
    }

    public static Params none() {
        return new Params();
    }

    /** Begins with what another one has. */
    public Params copy() {
        return new Params().and(this);
    }

    /** Adds what another one has. */
    public Params and(Params other) {
        values.putAll(other.values);
        arguments.clear();
        return this;
    }

    public Params with(String name, @Nullable Object value) {
        values.put(name, stored(value));
        arguments.remove(name);
        return this;
    }

    /** The number that has this name. */
    public long number(String name) {
        return ((Number) Objects.requireNonNull(values.get(name), name)).longValue();
    }

    /** The flag that has this name. */
    public boolean flag(String name) {
        return (boolean) Objects.requireNonNull(values.get(name), name);
    }

    /** Threads as one parameter, so that one text serves for any number of them. */
    public Params threads(Collection<ThreadId> threads) {
        return with("threads", threads.stream().map(ThreadId::value).distinct().toArray(UUID[]::new));
    }

    /** Parties as one parameter. */
    public Params parties(Collection<Party> parties) {
        return with("parties", parties.stream().map(Party::key).distinct().toArray(String[]::new));
    }

    /** The numbers from 0 up, so many of them. */
    public Params offsets(int count) {
        return with("offsets", IntStream.range(0, count).boxed().toArray(Integer[]::new));
    }

    /** New members with their rights, in each of the forms that a database may take them in. */
    public Params members(List<NewMember> members) {
        with("members", members.stream().map(member -> member.party().key()).toArray(String[]::new));
        with("rights", members.stream().map(member -> member.rights().bits()).toArray(Integer[]::new));
        return with("members_json", new Members(members));
    }

    @Override
    public Optional<Argument> find(String name, StatementContext context) {
        Argument known = arguments.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!values.containsKey(name)) {
            return Optional.empty();
        }
        Argument found = argument(values.get(name), context);
        arguments.put(name, found);
        return Optional.of(found);
    }

    @Override
    public Collection<String> getNames() {
        return Collections.unmodifiableSet(values.keySet());
    }

    private static Argument argument(@Nullable Object value, StatementContext context) {
        if (value == null) {
            return NULL;
        } else if (value instanceof Long number) {
            long primitive = number;
            return (position, statement, given) -> statement.setLong(position, primitive);
        } else if (value instanceof Integer number) {
            int primitive = number;
            return (position, statement, given) -> statement.setInt(position, primitive);
        } else if (value instanceof String text) {
            return (position, statement, given) -> statement.setString(position, text);
        } else if (value instanceof Boolean flag) {
            boolean primitive = flag;
            return (position, statement, given) -> statement.setBoolean(position, primitive);
        }
        return context.findArgumentFor(value.getClass(), value)
                .orElseThrow(() -> Failures.fault("nothing binds a " + value.getClass()));
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

    /**
     * New members, to be written as JSON.
     *
     * @param all the members
     */
    public record Members(List<NewMember> all) {}
}
