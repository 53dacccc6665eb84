package dev.postroom.messaging.testkit.broken;

import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.inmemory.BrokenComponents;
import dev.postroom.messaging.testkit.inmemory.internal.port.InMemoryPositions;
import dev.postroom.messaging.testkit.inmemory.internal.port.StorageComponents;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.OptionalLong;

/** Makes storages that move positions further than requested. */
final class BrokenPositions {

    private BrokenPositions() {}

    /** Marks messages as read up to the given seq, also if that moves the position back. */
    public static StorageFixture readsBackwards() {
        return BrokenComponents.fixture(new StorageComponents() {
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

    /** Archives the whole thread, not only the part that the reader has seen. */
    public static StorageFixture archivesByFlag() {
        return byFlag(Move.ARCHIVE);
    }

    /** Deletes the whole thread for its reader, not only the part that the reader has seen. */
    public static StorageFixture deletesByFlag() {
        return byFlag(Move.DELETE);
    }

    private static StorageFixture byFlag(Move flag) {
        return BrokenComponents.fixture(new StorageComponents() {
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
