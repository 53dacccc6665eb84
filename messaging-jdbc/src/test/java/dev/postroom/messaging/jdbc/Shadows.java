package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.UserId;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.testkit.inmemory.InMemoryStorage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * Does to a storage of several tenants what it does to a storage in memory of each tenant's own, the shadow, and reads both.
 * All tenants have the same parties, and the same ids of threads and messages.
 */
final class Shadows {

    static final List<TenantId> TENANTS = List.of(TenantId.of("acme"), TenantId.of("Acme"), TenantId.of("globex"));
    static final List<Party> PARTIES =
            List.of(UserId.of("anna"), UserId.of("bob"), UserId.of("Bob"), UserId.of("carl"), UserId.of("dora"));

    private static final Party STRANGER = UserId.of("stranger");
    private static final int MANY = 200;
    private static final int CAP = 1_000;
    private static final int SHOWN = 300;

    private final Storage storage;
    private final Map<TenantId, Storage> shadows = new LinkedHashMap<>();
    private final Figures figures;
    private final Random random;

    Shadows(Storage storage, Figures figures, Random random) {
        this.storage = storage;
        this.figures = figures;
        this.random = random;
        TENANTS.forEach(tenant -> shadows.put(tenant, new InMemoryStorage()));
    }

    static ThreadId thread(int number) {
        return ThreadId.of(id("thread " + number));
    }

    static MessageId message(int number) {
        return MessageId.of(id("message " + number));
    }

    /** Of version 7, as those that the library makes: MariaDB sorts other ones in another way. */
    private static UUID id(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((id.getMostSignificantBits() & ~0xF000L) | 0x7000L, id.getLeastSignificantBits());
    }

    /** Does something in a tenant to both, and compares what it answers. */
    void deed(TenantId tenant, String name, Function<Storage, Object> deed) {
        figures.round();
        compare(tenant, name, deed);
    }

    /** Compares what both answer to whatever a party can ask. */
    void read(TenantId tenant, int threads, int messages) {
        for (Party party : PARTIES) {
            read(Caller.self(tenant, party), threads, messages);
        }
        read(Caller.self(tenant, STRANGER), threads, messages);
    }

    private void read(Caller by, int threads, int messages) {
        TenantId tenant = by.tenant();
        for (Box box : Box.values()) {
            for (BoxQuery.Filter filter : BoxQuery.Filter.values()) {
                BoxQuery query = new BoxQuery(by, box, filter, Optional.empty(), 0, MANY, 20);
                compare(tenant, by + " " + box + " " + filter, in -> in.boxes().page(query));
                compare(
                        tenant,
                        by + " counts " + box + " " + filter,
                        in -> in.boxes().count(by, box, filter));
            }
        }
        compare(tenant, by + " unread", in -> in.boxes().unread(by, CAP));
        compare(tenant, by + " key", in -> in.messages().findKey(by, Claim.key(by.party(), ClientKey.of("k1"))));
        ThreadId thread = thread(random.nextInt(threads));
        compare(tenant, by + " finds", in -> in.boxes().find(by, thread, 20));
        compare(tenant, by + " members", in -> in.boxes().members(by, List.of(thread), MANY));
        compare(tenant, by + " senders", in -> in.boxes().senders(by, List.of(thread), MANY));
        compare(tenant, by + " latest", in -> in.messages().latest(by, List.of(thread), 3));
        for (RangeQuery.Way way : RangeQuery.Way.values()) {
            RangeQuery query =
                    new RangeQuery(by, way, Position.of(thread, way == RangeQuery.Way.DOWN ? MANY : 1), MANY);
            compare(tenant, by + " reads " + way, in -> in.messages().range(query));
        }
        MessageId message = message(random.nextInt(Math.max(messages, 1)));
        compare(tenant, by + " finds a message", in -> in.messages().find(by, message));
        compare(tenant, by + " recipients", in -> in.messages().recipients(by, message));
    }

    private static String shown(Object answer) {
        String text = answer.toString();
        return text.substring(0, Math.min(text.length(), SHOWN));
    }

    private void compare(TenantId tenant, String name, Function<Storage, Object> question) {
        Object expected = question.apply(Objects.requireNonNull(shadows.get(tenant)));
        Object answered = question.apply(storage);
        figures.acknowledged(1);
        if (!expected.equals(answered)) {
            figures.violation(tenant + ", " + name + ": " + shown(answered) + " instead of " + shown(expected));
        }
    }
}
