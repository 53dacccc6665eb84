package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** The state of one present or past member of a thread: its window, positions and marks. */
public class MemberState {

    /** Orders by the time of joining, then by party key in ascending order of UTF-16 units. */
    static final Comparator<MemberState> BY_JOINING = Comparator.<MemberState, Instant>comparing(
                    member -> member.joinedAt)
            .thenComparing(member -> member.party.key());

    public final Party party;
    public Rights rights;
    public Instant joinedAt;
    public Optional<Instant> leftAt = Optional.empty();

    /**
     * The beginning of the window. The member sees nothing up to {@code fromSeq}, and nothing above {@code untilSeq}.
     */
    public long fromSeq;

    public OptionalLong untilSeq = OptionalLong.empty();
    public long readSeq;
    public long receiptSeq;
    public long deletedSeq;
    public long archivedSeq;

    /**
     * The newest message that counts for the member. It is stored and not computed, because an own message counts or not
     * by the state of the thread when it was stored.
     */
    public long newestSeq;

    /** Messages up to this seq are no activity for the member, because they are older than its membership. */
    public long activityFrom;

    /** The seqs with a star; 0 stands for the thread itself. */
    public final SortedSet<Long> stars = new TreeSet<>();

    public final SortedSet<Long> hidden = new TreeSet<>();

    public MemberState(Party party, Rights rights, Instant joinedAt) {
        this.party = party;
        this.rights = rights;
        this.joinedAt = joinedAt;
    }

    MemberState copy() {
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
