package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** One party in one thread, present or past: its window, positions and marks. */
public class MemberState {

    /** By time of joining, then by party key in ascending order of UTF-16 units. */
    public static final Comparator<MemberState> BY_JOINING = Comparator.<MemberState, Instant>comparing(
                    member -> member.joinedAt)
            .thenComparing(member -> member.party.key());

    public final Party party;
    public Rights rights;
    public Instant joinedAt;
    public Optional<Instant> leftAt = Optional.empty();

    /** The window: nothing up to {@code fromSeq} is seen, nothing above {@code untilSeq}. */
    public long fromSeq;

    public OptionalLong untilSeq = OptionalLong.empty();
    public long readSeq;
    public long receiptSeq;
    public long deletedSeq;
    public long archivedSeq;

    /** Kept, not scanned: whether an own message counts as newest depends on the moment at which it was stored. */
    public long newestSeq;

    /** Messages up to here were no activity for the member: they came before it joined. */
    public long activityFrom;

    /** The seqs with a star; 0 for the thread itself. */
    public final SortedSet<Long> stars = new TreeSet<>();

    public final SortedSet<Long> hidden = new TreeSet<>();

    public MemberState(Party party, Rights rights, Instant joinedAt) {
        this.party = party;
        this.rights = rights;
        this.joinedAt = joinedAt;
    }

    public MemberState copy() {
        MemberState copy = new MemberState(party, rights, joinedAt);
        copy.leftAt = leftAt;
        copy.fromSeq = fromSeq;
        copy.untilSeq = untilSeq;
        copy.readSeq = readSeq;
        copy.receiptSeq = receiptSeq;
        copy.deletedSeq = deletedSeq;
        copy.archivedSeq = archivedSeq;
        copy.newestSeq = newestSeq;
        copy.activityFrom = activityFrom;
        copy.stars.addAll(stars);
        copy.hidden.addAll(hidden);
        return copy;
    }

    public boolean present() {
        return leftAt.isEmpty();
    }
}
