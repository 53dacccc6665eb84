package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryPositions;
import dev.postroom.messaging.testkit.inmemory.internal.port.Parts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.OptionalLong;

/** Storages that move positions to where nobody asked them to. */
public final class BrokenPositions {

    private BrokenPositions() {}

    /** Marks read up to wherever it is told, also back. */
    public static StorageFixture readsBackwards() {
        return BrokenParts.fixture(new Parts() {
            @Override
            public InMemoryPositions positions(Tenants tenants, Rules rules) {
                return new InMemoryPositions(tenants, rules) {
                    @Override
                    public OptionalLong readUpTo(MemberState member, long seq) {
                        boolean moves = seq != member.readSeq;
                        member.readSeq = seq;
                        member.receiptSeq = Math.max(member.receiptSeq, seq);
                        return moves ? OptionalLong.of(seq) : OptionalLong.empty();
                    }
                };
            }
        });
    }

    /** Archives the thread as it stands, not as far as it was seen. */
    public static StorageFixture archivesByFlag() {
        return byFlag(Move.ARCHIVE);
    }

    /** Deletes the thread for its reader as it stands, not as far as it was seen. */
    public static StorageFixture deletesByFlag() {
        return byFlag(Move.DELETE);
    }

    private static StorageFixture byFlag(Move flag) {
        return BrokenParts.fixture(new Parts() {
            @Override
            public InMemoryPositions positions(Tenants tenants, Rules rules) {
                return new InMemoryPositions(tenants, rules) {
                    @Override
                    public ChangeOutcome move(Caller by, Move move, Position to, Instant at) {
                        return tenants.in(by.tenant(), data -> {
                            long last = data.thread(to.threadId())
                                    .map(ThreadState::lastSeq)
                                    .orElse(0L);
                            boolean flagged = move == flag && to.seq() <= last;
                            return super.move(by, move, flagged ? new Position(to.threadId(), last) : to, at);
                        });
                    }
                };
            }
        });
    }
}
