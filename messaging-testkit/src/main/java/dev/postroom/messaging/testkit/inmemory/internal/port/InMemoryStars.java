package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.StarStore;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets and clears stars. */
public class InMemoryStars implements StarStore {

    private final Tenants tenants;
    private final Rules rules;

    public InMemoryStars(Tenants tenants, Rules rules) {
        this.tenants = tenants;
        this.rules = rules;
    }

    @Override
    public ChangeOutcome setMessage(Caller by, MessageId message, boolean starred, Instant at) {
        return tenants.in(by.tenant(), data -> {
            Optional<Refusal> refusal = rules.guards().message(data, by.party(), message);
            if (refusal.isPresent()) {
                return new ChangeOutcome.Refused(refusal.get());
            }
            TenantData.Found found = data.message(message).orElseThrow();
            return set(found.thread(), by, found.message().seq(), starred, at);
        });
    }

    @Override
    public ChangeOutcome setThread(Caller by, ThreadId thread, boolean starred, Instant at) {
        return tenants.in(by.tenant(), data -> {
            Optional<Refusal> refusal = rules.guards().personal(data, by.party(), thread);
            if (refusal.isPresent()) {
                return new ChangeOutcome.Refused(refusal.get());
            }
            return set(data.thread(thread).orElseThrow(), by, 0, starred, at);
        });
    }

    @Override
    public ChangeOutcome clear(Caller by, ThreadId thread, Instant at) {
        return tenants.in(by.tenant(), data -> {
            Optional<Refusal> refusal = rules.guards().personal(data, by.party(), thread);
            if (refusal.isPresent()) {
                return new ChangeOutcome.Refused(refusal.get());
            }
            return clear(data.thread(thread).orElseThrow(), by, at);
        });
    }

    public ChangeOutcome set(ThreadState thread, Caller by, long seq, boolean starred, Instant at) {
        MemberState member = thread.member(by.party()).orElseThrow();
        boolean changed = starred ? member.stars.add(seq) : member.stars.remove(seq);
        if (!changed) {
            return new ChangeOutcome.Unchanged();
        }
        ChangeType type = starred ? ChangeType.STARRED : ChangeType.UNSTARRED;
        rules.log().personal(thread, by, member.party, type, seq, at);
        return new ChangeOutcome.Changed();
    }

    public ChangeOutcome clear(ThreadState thread, Caller by, Instant at) {
        List<Long> stars = List.copyOf(thread.member(by.party()).orElseThrow().stars);
        stars.forEach(seq -> set(thread, by, seq, false, at));
        return stars.isEmpty() ? new ChangeOutcome.Unchanged() : new ChangeOutcome.Changed();
    }
}
