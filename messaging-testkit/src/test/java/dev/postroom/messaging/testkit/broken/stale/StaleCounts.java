package dev.postroom.messaging.testkit.broken.stale;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryMessages;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryPositions;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Makes storages that keep a count and correct it by data that they read before they waited. */
public final class StaleCounts {

    private StaleCounts() {}

    /** Returns the stored count. It is wrong by the messages that were not seen at the last write. */
    private static final class Kept extends VisibilityRules {

        private final Map<MemberState, Long> off = new HashMap<>();

        @Override
        public long unread(ThreadState thread, MemberState member) {
            return super.unread(thread, member) + off.getOrDefault(member, 0L);
        }
    }

    /** Counts the own messages above the position in a statement that then waits for the row. */
    public static StorageFixture countsOwnMessagesBeforeItWaits() {
        Kept kept = new Kept();
        return StaleFixture.of(view -> new StorageComponents() {
            @Override
            public VisibilityRules visibility() {
                return kept;
            }

            @Override
            public InMemoryPositions positions(Tenants tenants, Rules rules) {
                return new InMemoryPositions(tenants, rules) {
                    @Override
                    public ChangeOutcome move(Caller by, Move move, Position to, Instant at) {
                        List<Long> own = view.get().thread(by.tenant(), to.threadId()).stream()
                                .flatMap(facts -> facts.messages().stream())
                                .filter(message -> message.author().equals(by.party()))
                                .map(MessageFact::seq)
                                .toList();
                        return tenants.in(by.tenant(), data -> {
                            ChangeOutcome outcome = super.move(by, move, to, at);
                            data.thread(to.threadId()).ifPresent(thread -> keep(thread, by.party(), own));
                            return outcome;
                        });
                    }
                };
            }

            private void keep(ThreadState thread, Party party, List<Long> ownSeen) {
                thread.member(party).ifPresent(member -> {
                    long seen =
                            ownSeen.stream().filter(seq -> seq > member.readSeq).count();
                    long own = thread.messages.stream()
                            .filter(message -> message.by(party) && message.seq() > member.readSeq)
                            .count();
                    kept.off.put(member, own - seen);
                });
            }
        });
    }

    /**
     * Lowers the count of each member for whom the message was unread before the operation waited for the member's row.
     */
    public static StorageFixture lowersCountsBeforeItWaits() {
        Kept kept = new Kept();
        return StaleFixture.of(view -> new StorageComponents() {
            @Override
            public VisibilityRules visibility() {
                return kept;
            }

            @Override
            public InMemoryMessages messages(Tenants tenants, Rules rules) {
                return new InMemoryMessages(tenants, writing(rules), reading(rules)) {
                    @Override
                    public ChangeOutcome delete(
                            Caller by, MessageId message, OptionalLong expectedRevision, Instant at) {
                        List<ThreadFacts> seen = view.get().threads(by.tenant()).toList();
                        return tenants.in(by.tenant(), data -> {
                            ChangeOutcome outcome = super.delete(by, message, expectedRevision, at);
                            if (outcome instanceof ChangeOutcome.Changed) {
                                lower(data.message(message).orElseThrow(), seen);
                            }
                            return outcome;
                        });
                    }
                };
            }

            private void lower(TenantData.Found found, List<ThreadFacts> seen) {
                long seq = found.message().seq();
                seen.stream()
                        .filter(facts -> facts.info().id().equals(found.thread().id))
                        .flatMap(facts -> facts.members().stream())
                        .filter(member -> member.readSeq() < seq)
                        .flatMap(member -> found.thread().member(member.party()).stream())
                        .filter(member ->
                                member.readSeq >= seq && !found.message().by(member.party))
                        .forEach(member -> kept.off.merge(member, -1L, Long::sum));
            }
        });
    }
}
