package dev.postroom.messaging.testkit.broken.stale;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.BoxQuery;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryPositions;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.AppendRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.BoxRules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes a storage that keeps a flag with each member that tells whether something is unread. When a member reads, the
 * storage sets the flag by the thread's last seq from before it waited.
 */
public final class StaleFlags {

    private StaleFlags() {}

    public static StorageFixture saysNothingIsNewBeforeItWaits() {
        Set<MemberState> nothingNew = new HashSet<>();
        return StaleFixture.of(view -> new StorageComponents() {
            @Override
            public BoxRules boxes(VisibilityRules visibility) {
                return new BoxRules(visibility) {
                    @Override
                    public boolean passes(BoxQuery.Filter filter, ThreadState thread, MemberState member) {
                        return nothingNew.contains(member)
                                ? filter != BoxQuery.Filter.UNREAD
                                : super.passes(filter, thread, member);
                    }
                };
            }

            @Override
            public AppendRules appending(VisibilityRules visibility) {
                return new AppendRules(visibility) {
                    @Override
                    public StoredMessage put(
                            ThreadState thread, MemberState author, NewMessage given, Instant createdAt) {
                        thread.members()
                                .filter(member -> !member.equals(author))
                                .forEach(nothingNew::remove);
                        return super.put(thread, author, given, createdAt);
                    }
                };
            }

            @Override
            public InMemoryPositions positions(Tenants tenants, Rules rules) {
                return new InMemoryPositions(tenants, rules) {
                    @Override
                    public ChangeOutcome move(Caller by, Move move, Position to, Instant at) {
                        boolean atTheEnd = view.get()
                                .thread(by.tenant(), to.threadId())
                                .filter(facts -> move == Move.READ_UP_TO && facts.lastSeq() <= to.seq())
                                .isPresent();
                        return tenants.in(by.tenant(), data -> {
                            ChangeOutcome outcome = super.move(by, move, to, at);
                            data.thread(to.threadId())
                                    .flatMap(thread -> thread.member(by.party()))
                                    .ifPresent(member -> set(member, atTheEnd));
                            return outcome;
                        });
                    }
                };
            }

            private void set(MemberState member, boolean read) {
                if (read) {
                    nothingNew.add(member);
                } else {
                    nothingNew.remove(member);
                }
            }
        });
    }
}
