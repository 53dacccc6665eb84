package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Member;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadSummary;
import dev.postroom.messaging.model.UnreadTotals;
import dev.postroom.messaging.spi.BoxEntry;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.BoxStore;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the boxes of a mailbox by scanning every thread of the tenant. */
public class InMemoryBoxes implements BoxStore {

    private final Tenants tenants;
    private final Rules rules;

    public InMemoryBoxes(Tenants tenants, Rules rules) {
        this.tenants = tenants;
        this.rules = rules;
    }

    @Override
    public List<BoxEntry> page(BoxQuery query) {
        Comparator<BoxQuery.Place> order = rules.boxes().order();
        return tenants.read(
                query.by().tenant(),
                data -> rows(data, query.by().party(), query.box(), query.filter())
                        .filter(row -> query.after().isEmpty()
                                || order.compare(
                                                place(row, query), query.after().get())
                                        > 0)
                        .sorted(Comparator.comparing(row -> place(row, query), order))
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(row -> row.entry(rules, query.box()))
                        .toList());
    }

    @Override
    public long count(Caller by, Box box, BoxQuery.Filter filter) {
        return tenants.read(
                by.tenant(), data -> rows(data, by.party(), box, filter).count());
    }

    @Override
    public Optional<ThreadSummary> find(Caller by, ThreadId thread, int previewLength) {
        return tenants.read(by.tenant(), data -> seen(data, by.party(), thread).map(row -> row.summary(rules)));
    }

    @Override
    public UnreadTotals unread(Caller by, int cap) {
        return tenants.read(by.tenant(), data -> {
            List<Long> counts = rows(data, by.party(), Box.INBOX, BoxQuery.Filter.UNREAD)
                    .map(row -> rules.visibility().unread(row.thread(), row.member()))
                    .toList();
            List<Long> counted = counts.subList(0, Math.min(cap, counts.size()));
            long messages = counted.stream().mapToLong(Long::longValue).sum();
            return new UnreadTotals(counted.size(), messages, counted.size() == counts.size());
        });
    }

    @Override
    public Map<ThreadId, List<Member>> members(Caller by, Collection<ThreadId> threads, int limit) {
        return ofEach(
                by,
                threads,
                thread -> thread.present()
                        .limit(limit)
                        .map(member -> new ThreadMember(thread, member).asMember(rules))
                        .toList());
    }

    @Override
    public Map<ThreadId, List<Party>> senders(Caller by, Collection<ThreadId> threads, int limit) {
        return ofEach(
                by,
                threads,
                thread -> thread.members()
                        .filter(member -> rules.visibility().hasSent(thread, member))
                        .limit(limit)
                        .map(member -> member.party)
                        .toList());
    }

    /** Returns the threads of a box that pass the filter, in no order. */
    public Stream<ThreadMember> rows(TenantData data, Party party, Box box, BoxQuery.Filter filter) {
        return data.threads.values().stream()
                .flatMap(thread -> thread.member(party).map(member -> new ThreadMember(thread, member)).stream())
                .filter(row -> rules.boxes().standsIn(box, row.thread(), row.member()))
                .filter(row -> rules.boxes().passes(filter, row.thread(), row.member()));
    }

    public Optional<ThreadMember> seen(TenantData data, Party party, ThreadId id) {
        return data.thread(id)
                .flatMap(thread -> thread.member(party)
                        .filter(rules.visibility()::canView)
                        .map(member -> new ThreadMember(thread, member)));
    }

    private <T> Map<ThreadId, List<T>> ofEach(
            Caller by, Collection<ThreadId> threads, Function<ThreadState, List<T>> question) {
        return tenants.read(by.tenant(), data -> {
            Map<ThreadId, List<T>> answer = new LinkedHashMap<>();
            for (ThreadId id : threads) {
                seen(data, by.party(), id).ifPresent(row -> answer.put(id, question.apply(row.thread())));
            }
            return Collections.unmodifiableMap(answer);
        });
    }

    private BoxQuery.Place place(ThreadMember row, BoxQuery query) {
        return row.place(rules.boxes(), query.box());
    }
}
