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

/** Calls the storage under test for one tenant. Ids and times come from counters. */
public final class StorageClient {

    /** The length of the previews that the tests request. */
    public static final int PREVIEW = 75;

    private static final int PAGE = 1001;
    private static final long ID_BASE = 0x0190_0000_0000_7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int TIMESTAMP_SHIFT = 16;

    private final Storage storage;
    private final TenantId tenant;
    private final Counters counters;

    /**
     * Makes a client with ids and times of its own.
     *
     * @param storage the storage under test
     * @param tenant the tenant
     */
    public StorageClient(Storage storage, TenantId tenant) {
        this(storage, tenant, new Counters());
    }

    private StorageClient(Storage storage, TenantId tenant, Counters counters) {
        this.storage = storage;
        this.tenant = tenant;
        this.counters = counters;
    }

    /**
     * Returns a client for another tenant, with the same storage, clock and ids.
     *
     * @param other the other tenant
     * @return the client
     */
    public StorageClient forTenant(TenantId other) {
        return new StorageClient(storage, other, counters);
    }

    /**
     * Returns a client for the same tenant on another storage object.
     *
     * @param other the other storage object
     * @return the client
     */
    public StorageClient on(Storage other) {
        return new StorageClient(other, tenant, counters);
    }

    /**
     * Returns the storage.
     *
     * @return the storage
     */
    public Storage storage() {
        return storage;
    }

    /**
     * Returns the tenant.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Returns a caller that acts for itself.
     *
     * @param party the party
     * @return the caller
     */
    public Caller as(Party party) {
        return Caller.self(tenant, party);
    }

    /**
     * Returns a caller with another party that acts on its behalf.
     *
     * @param party the party
     * @param actor the party that acts on its behalf
     * @return the caller
     */
    public Caller as(Party party, Party actor) {
        return new Caller(tenant, party, actor);
    }

    /**
     * Moves the clock by one second and returns its time.
     *
     * @return the time
     */
    public Instant now() {
        counters.time = counters.time.plusSeconds(1);
        return counters.time;
    }

    /**
     * Returns the time that {@link #now()} returned last.
     *
     * @return the time
     */
    public Instant latest() {
        return counters.time;
    }

    /**
     * Returns a new id for a thread.
     *
     * @return the id
     */
    public ThreadId newThreadId() {
        return ThreadId.of(newUuid());
    }

    /**
     * Returns a new id for a message.
     *
     * @return the id
     */
    public MessageId newMessageId() {
        return MessageId.of(newUuid());
    }

    /** Returns a new UUID of version 7 that is above all earlier ones. */
    private UUID newUuid() {
        long number = ++counters.ids;
        return new UUID(ID_BASE | number << TIMESTAMP_SHIFT, VARIANT | number);
    }

    /**
     * Begins a draft of a thread.
     *
     * @param starter the party that starts the thread
     * @return the draft
     */
    public ThreadDraft newThread(Party starter) {
        return new ThreadDraft(this, starter);
    }

    /**
     * Creates a group without a message. The first party is the manager.
     *
     * @param parties the parties
     * @return the thread
     */
    public ThreadClient group(Party... parties) {
        return newThread(parties[0])
                .with(Stream.of(parties).skip(1).toArray(Party[]::new))
                .created();
    }

    /**
     * Creates the direct thread of two parties, without a message.
     *
     * @param one one party
     * @param other the other party
     * @return the thread
     */
    public ThreadClient direct(Party one, Party other) {
        return newThread(one).directWith(other).created();
    }

    /**
     * Returns a client for the thread with this id, whether the thread exists or not.
     *
     * @param id the id
     * @return the client
     */
    public ThreadClient thread(ThreadId id) {
        return new ThreadClient(this, id);
    }

    /**
     * Returns a page of a box.
     *
     * @param query the query
     * @return the entries
     */
    public List<BoxEntry> page(BoxQuery query) {
        return storage.boxes().page(query);
    }

    /**
     * Returns a query for all threads of a box.
     *
     * @param party the party
     * @param box the box
     * @return the query
     */
    public BoxQuery query(Party party, Box box) {
        return query(party, box, BoxQuery.Filter.ANY);
    }

    /**
     * Returns a query for the threads of a box that pass a filter.
     *
     * @param party the party
     * @param box the box
     * @param filter the filter
     * @return the query
     */
    public BoxQuery query(Party party, Box box, BoxQuery.Filter filter) {
        return new BoxQuery(as(party), box, filter, Optional.empty(), 0, PAGE, PREVIEW);
    }

    /**
     * Returns the threads of a box, in its order.
     *
     * @param party the party
     * @param box the box
     * @return the ids of the threads
     */
    public List<ThreadId> box(Party party, Box box) {
        return box(party, box, BoxQuery.Filter.ANY);
    }

    /**
     * Returns the threads of a box that pass a filter, in its order.
     *
     * @param party the party
     * @param box the box
     * @param filter the filter
     * @return the ids of the threads
     */
    public List<ThreadId> box(Party party, Box box, BoxQuery.Filter filter) {
        return ids(page(query(party, box, filter)));
    }

    /**
     * Returns the ids of the threads of a page.
     *
     * @param entries the entries
     * @return the ids, in the order of the entries
     */
    public static List<ThreadId> ids(List<BoxEntry> entries) {
        return entries.stream()
                .map(BoxEntry::summary)
                .map(ThreadSummary::threadId)
                .toList();
    }

    /**
     * Returns the number of threads of a box that pass a filter.
     *
     * @param party the party
     * @param box the box
     * @param filter the filter
     * @return the number
     */
    public long count(Party party, Box box, BoxQuery.Filter filter) {
        return storage.boxes().count(as(party), box, filter);
    }

    /**
     * Returns the totals of unread messages of a party.
     *
     * @param party the party
     * @return the totals
     */
    public UnreadTotals unread(Party party) {
        return storage.boxes().unread(as(party), PAGE);
    }

    /**
     * Finds a client key.
     *
     * @param sender the sender
     * @param key the key
     * @return the stored key; empty without one
     */
    public Optional<StoredKey> findKey(Party sender, String key) {
        return storage.messages().findKey(as(sender), Claim.key(sender, ClientKey.of(key)));
    }

    /**
     * Finds a message by its id.
     *
     * @param party the party
     * @param message the id of the message
     * @return the message; empty if the party does not see it
     */
    public Optional<MessageView> find(Party party, MessageId message) {
        return storage.messages().find(as(party), message);
    }

    /**
     * Returns the facts of a thread.
     *
     * @param thread the id of the thread
     * @return the facts; empty without such a thread
     */
    public Optional<ThreadFacts> facts(ThreadId thread) {
        return storage.inspection().facts(new Inspection.Ref(tenant, thread)).map(StorageClient::inOrder);
    }

    /**
     * Returns the facts of every thread of every tenant.
     *
     * @return the facts by reference
     */
    public Map<Inspection.Ref, ThreadFacts> everything() {
        Map<Inspection.Ref, ThreadFacts> all = new LinkedHashMap<>();
        for (Inspection.Ref ref : refs(PAGE)) {
            all.put(ref, inOrder(storage.inspection().facts(ref).orElseThrow()));
        }
        return all;
    }

    /**
     * Returns references to the threads of every tenant, read page by page.
     *
     * @param limit the number of entries in a page
     * @return the references
     */
    public List<Inspection.Ref> refs(int limit) {
        List<Inspection.Ref> refs = new ArrayList<>();
        List<Inspection.Ref> page = storage.inspection().threads(Optional.empty(), limit);
        while (!page.isEmpty()) {
            refs.addAll(page);
            page = storage.inspection().threads(Optional.of(page.get(page.size() - 1)), limit);
        }
        return refs;
    }

    /** Sorts the members, because the port defines no order for them. */
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
