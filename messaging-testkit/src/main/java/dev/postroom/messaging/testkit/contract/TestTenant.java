package dev.postroom.messaging.testkit.contract;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.Storage;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.spi.ThreadFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One tenant of the storage under test, with ids and times that come from counters. */
public final class TestTenant {

    public static final int PREVIEW = 75;
    private static final int PAGE = 1001;
    private static final long ID_BASE = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TIMESTAMP_SHIFT = 16;

    private final Storage storage;
    private final TenantId tenant;
    private final Counters counters;

    public TestTenant(Storage storage, TenantId tenant) {
        this(storage, tenant, new Counters());
    }

    private TestTenant(Storage storage, TenantId tenant, Counters counters) {
        this.storage = storage;
        this.tenant = tenant;
        this.counters = counters;
    }

    /** The same storage, clock and ids, seen from another tenant. */
    public TestTenant in(TenantId other) {
        return new TestTenant(storage, other, counters);
    }

    /** The same testTenant through another handle on the storage. */
    public TestTenant through(Storage other) {
        return new TestTenant(other, tenant, counters);
    }

    public Storage storage() {
        return storage;
    }

    public TenantId tenant() {
        return tenant;
    }

    public Caller as(Party party) {
        return Caller.self(tenant, party);
    }

    public Caller as(Party party, Party actor) {
        return new Caller(tenant, party, actor);
    }

    /** The next second. */
    public Instant now() {
        counters.time = counters.time.plusSeconds(1);
        return counters.time;
    }

    /** The time that {@link #now()} gave last. */
    public Instant latest() {
        return counters.time;
    }

    public ThreadId newThreadId() {
        return ThreadId.of(newUuid());
    }

    public MessageId newMessageId() {
        return MessageId.of(newUuid());
    }

    /** A UUID of version 7, above all that came before. */
    private UUID newUuid() {
        long number = ++counters.ids;
        return new UUID(ID_BASE | number << TIMESTAMP_SHIFT, VARIANT | number);
    }

    public ThreadDraft opening(Party starter) {
        return new ThreadDraft(this, starter);
    }

    public TestThread group(Party... parties) {
        return opening(parties[0])
                .with(Stream.of(parties).skip(1).toArray(Party[]::new))
                .testThread();
    }

    public TestThread direct(Party one, Party other) {
        return opening(one).directWith(other).testThread();
    }

    /** A thread by its id, whether it exists or not. */
    public TestThread testThread(ThreadId id) {
        return new TestThread(this, id);
    }

    public List<BoxEntry> page(BoxQuery query) {
        return storage.boxes().page(query);
    }

    public BoxQuery query(Party party, Box box) {
        return query(party, box, BoxQuery.Filter.ANY);
    }

    public BoxQuery query(Party party, Box box, BoxQuery.Filter filter) {
        return new BoxQuery(as(party), box, filter, Optional.empty(), 0, PAGE, PREVIEW);
    }

    /** The threads of a box, in its order. */
    public List<ThreadId> box(Party party, Box box) {
        return box(party, box, BoxQuery.Filter.ANY);
    }

    public List<ThreadId> box(Party party, Box box, BoxQuery.Filter filter) {
        return ids(page(query(party, box, filter)));
    }

    public static List<ThreadId> ids(List<BoxEntry> entries) {
        return entries.stream()
                .map(BoxEntry::summary)
                .map(ThreadSummary::threadId)
                .toList();
    }

    public long count(Party party, Box box, BoxQuery.Filter filter) {
        return storage.boxes().count(as(party), box, filter);
    }

    public UnreadTotals unread(Party party) {
        return storage.boxes().unread(as(party), PAGE);
    }

    public Optional<StoredKey> findKey(Party sender, String key) {
        return storage.messages().findKey(as(sender), Claim.key(sender, ClientKey.of(key)));
    }

    public Optional<MessageView> find(Party party, MessageId message) {
        return storage.messages().find(as(party), message);
    }

    public Optional<ThreadFacts> facts(ThreadId thread) {
        return storage.inspection().facts(new Inspection.Ref(tenant, thread)).map(TestTenant::inOrder);
    }

    /** Every thread of every tenant. */
    public Map<Inspection.Ref, ThreadFacts> everything() {
        Map<Inspection.Ref, ThreadFacts> all = new LinkedHashMap<>();
        for (Inspection.Ref ref : refs(PAGE)) {
            all.put(ref, inOrder(storage.inspection().facts(ref).orElseThrow()));
        }
        return all;
    }

    /** The threads of every tenant, read page by page. */
    public List<Inspection.Ref> refs(int limit) {
        List<Inspection.Ref> refs = new ArrayList<>();
        List<Inspection.Ref> page = storage.inspection().threads(Optional.empty(), limit);
        while (!page.isEmpty()) {
            refs.addAll(page);
            page = storage.inspection().threads(Optional.of(page.get(page.size() - 1)), limit);
        }
        return refs;
    }

    /** The port gives the rows of members no order. */
    private static ThreadFacts inOrder(ThreadFacts facts) {
        List<ThreadFacts.MemberFact> members = facts.members().stream()
                .sorted(Comparator.comparing(member -> member.party().key()))
                .toList();
        return new ThreadFacts(
                facts.ref(),
                facts.info(),
                facts.rulesUnanswered(),
                facts.lastSeq(),
                facts.lastForEveryone(),
                facts.lastForInternal(),
                facts.activityAt(),
                facts.messages(),
                members,
                facts.keys(),
                facts.log());
    }

    private static final class Counters {
        private long ids;
        private Instant time = Instant.parse("2026-03-01T08:00:00Z");
    }
}
