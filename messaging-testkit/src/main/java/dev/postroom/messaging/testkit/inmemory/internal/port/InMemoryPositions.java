package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.PositionStore;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Moves the positions of a mailbox. A method that moves a position returns the seq for the log, or nothing if the
 * position stays.
 */
public class InMemoryPositions implements PositionStore {

    private final Tenants tenants;
    private final Rules rules;

    public InMemoryPositions(Tenants tenants, Rules rules) {
        this.tenants = tenants;
        this.rules = rules;
    }

    @Override
    public ChangeOutcome move(Caller by, Move move, Position to, Instant at) {
        return tenants.in(by.tenant(), data -> move(data, by, move, to, at));
    }

    private ChangeOutcome move(TenantData data, Caller by, Move move, Position to, Instant at) {
        Optional<Refusal> refusal = rules.guards().move(data, by.party(), move, to);
        if (refusal.isPresent()) {
            return new ChangeOutcome.Refused(refusal.get());
        }
        ThreadState thread = data.thread(to.threadId()).orElseThrow();
        MemberState member = thread.member(by.party()).orElseThrow();
        OptionalLong moved = switch (move) {
            case READ_UP_TO -> readUpTo(member, to.seq());
            case UNREAD_FROM -> unreadFrom(member, to.seq());
            case ARCHIVE -> archive(member, to.seq());
            case UNARCHIVE -> unarchive(member);
            case DELETE -> delete(thread, member, to.seq());
        };
        if (moved.isEmpty()) {
            return new ChangeOutcome.Unchanged();
        }
        rules.log().personal(thread, by, member.party, type(move), moved.getAsLong(), at);
        return new ChangeOutcome.Changed();
    }

    @Override
    public long readAll(Caller by, Instant at) {
        return tenants.in(
                by.tenant(),
                data -> data.threads.values().stream()
                        .filter(thread -> thread.member(by.party())
                                .filter(member -> readAll(thread, member, by, at))
                                .isPresent())
                        .count());
    }

    private boolean readAll(ThreadState thread, MemberState member, Caller by, Instant at) {
        if (!rules.visibility().canView(member) || rules.visibility().unread(thread, member) == 0) {
            return false;
        }
        long seq =
                readUpTo(member, rules.visibility().windowEnd(thread, member)).orElseThrow();
        rules.log().personal(thread, by, member.party, ChangeType.READ_MOVED, seq, at);
        return true;
    }

    public OptionalLong readUpTo(MemberState member, long seq) {
        if (seq <= member.readSeq) {
            return OptionalLong.empty();
        }
        member.readSeq = seq;
        member.receiptSeq = Math.max(member.receiptSeq, seq);
        return OptionalLong.of(seq);
    }

    public OptionalLong unreadFrom(MemberState member, long seq) {
        long before = Math.max(seq - 1, member.fromSeq);
        if (before >= member.readSeq) {
            return OptionalLong.empty();
        }
        member.readSeq = before;
        return OptionalLong.of(before);
    }

    public OptionalLong archive(MemberState member, long seq) {
        if (seq <= member.archivedSeq) {
            return OptionalLong.empty();
        }
        member.archivedSeq = seq;
        return OptionalLong.of(seq);
    }

    public OptionalLong unarchive(MemberState member) {
        if (member.archivedSeq == 0) {
            return OptionalLong.empty();
        }
        member.archivedSeq = 0;
        return OptionalLong.of(0);
    }

    /**
     * Moves the position of deletion. Deleted messages count as read, and they are outside the window unless they come
     * back when the thread is revived.
     */
    public OptionalLong delete(ThreadState thread, MemberState member, long seq) {
        if (seq <= member.deletedSeq) {
            return OptionalLong.empty();
        }
        member.deletedSeq = seq;
        member.readSeq = Math.max(member.readSeq, seq);
        if (!thread.rules.reviveWithHistory()) {
            member.fromSeq = Math.max(member.fromSeq, seq);
        }
        return OptionalLong.of(seq);
    }

    private static ChangeType type(Move move) {
        return switch (move) {
            case READ_UP_TO, UNREAD_FROM -> ChangeType.READ_MOVED;
            case ARCHIVE, UNARCHIVE -> ChangeType.ARCHIVE_MOVED;
            case DELETE -> ChangeType.THREAD_DELETED;
        };
    }
}
