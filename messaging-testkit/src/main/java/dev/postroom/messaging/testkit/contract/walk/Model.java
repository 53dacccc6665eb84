package dev.postroom.messaging.testkit.contract.walk;

import static dev.postroom.messaging.testkit.contract.StorageContract.CHANGED;
import static dev.postroom.messaging.testkit.contract.StorageContract.UNCHANGED;
import static dev.postroom.messaging.testkit.contract.StorageContract.refused;

import dev.postroom.messaging.model.Box;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Move;
import dev.postroom.messaging.spi.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** What a group with the default rules should be, kept in the plainest way and counted by looking at every message. */
final class Model {

    private final List<Entry> entries = new ArrayList<>();
    private final Set<Long> erased = new TreeSet<>();
    private final Map<Party, ThreadMember> rows = new LinkedHashMap<>();

    /** Somebody who is a member from the beginning. */
    void member(Party party, boolean manages, boolean internal) {
        ThreadMember row = new ThreadMember();
        row.manages = manages;
        row.internal = internal;
        rows.put(party, row);
    }

    List<Party> parties() {
        return List.copyOf(rows.keySet());
    }

    long last() {
        return entries.size();
    }

    boolean present(Party party) {
        return rows.get(party).present;
    }

    boolean internal(Party party) {
        return rows.get(party).internal;
    }

    // --- what is done -------------------------------------------------------------------------------------------

    void send(Party author, boolean internal, boolean normal) {
        long seq = last() + 1;
        entries.add(new Entry(seq, author, internal, normal));
        if (normal) {
            rows.get(author).own = seq;
            boolean alone = rows.values().stream().filter(row -> row.present).count() == 1;
            rows.forEach((party, row) -> {
                if (row.present && (alone || !party.equals(author)) && (!internal || row.internal)) {
                    row.newest = seq;
                }
            });
        }
    }

    ChangeOutcome move(Party party, Move move, long seq) {
        ThreadMember row = rows.get(party);
        if (move != Move.UNARCHIVE && seq > Math.min(last(), row.until)) {
            return refused(Refusal.BEYOND_LAST);
        }
        long read = row.read;
        long archived = row.archived;
        long deleted = row.deleted;
        switch (move) {
            case READ_UP_TO -> row.read = Math.max(read, seq);
            case UNREAD_FROM -> row.read = Math.min(read, Math.max(seq - 1, row.from));
            case ARCHIVE -> row.archived = Math.max(archived, seq);
            case UNARCHIVE -> row.archived = 0;
            case DELETE -> {
                row.deleted = Math.max(deleted, seq);
                row.read = Math.max(read, row.deleted);
                row.from = Math.max(row.from, row.deleted);
            }
        }
        boolean moved = switch (move) {
            case READ_UP_TO, UNREAD_FROM -> row.read != read;
            case ARCHIVE, UNARCHIVE -> row.archived != archived;
            case DELETE -> row.deleted != deleted;
        };
        return moved ? CHANGED : UNCHANGED;
    }

    /** Reads everything; answers whether there was anything to read. */
    boolean readAll(Party party) {
        ThreadMember row = rows.get(party);
        boolean any = unread(party) > 0;
        if (any) {
            row.read = Math.min(last(), row.until);
        }
        return any;
    }

    ChangeOutcome hide(Party party, long seq) {
        if (!sees(party, seq)) {
            return refused(Refusal.MISSING);
        }
        return rows.get(party).hidden.add(seq) ? CHANGED : UNCHANGED;
    }

    ChangeOutcome erase(Party party, long seq) {
        ThreadMember row = rows.get(party);
        if (!sees(party, seq)) {
            return refused(Refusal.MISSING);
        }
        if (!row.present || (!row.manages && !entry(seq).author.equals(party))) {
            return refused(Refusal.FORBIDDEN);
        }
        return erased.add(seq) ? CHANGED : UNCHANGED;
    }

    ChangeOutcome star(Party party, long seq, boolean on) {
        if (!sees(party, seq)) {
            return refused(Refusal.MISSING);
        }
        Set<Long> stars = rows.get(party).stars;
        return (on ? stars.add(seq) : stars.remove(seq)) ? CHANGED : UNCHANGED;
    }

    void leave(Party party) {
        ThreadMember row = rows.get(party);
        row.present = false;
        row.until = last();
    }

    void join(Party party, boolean full) {
        ThreadMember row = rows.get(party);
        row.present = true;
        row.until = Long.MAX_VALUE;
        row.from = full ? row.deleted : last();
        row.read = last();
        row.newest = entries.stream()
                .filter(entry -> entry.normal && !entry.author.equals(party) && sees(party, entry.seq))
                .mapToLong(entry -> entry.seq)
                .max()
                .orElse(0);
    }

    // --- what should be answered --------------------------------------------------------------------------------

    boolean sees(Party party, long seq) {
        ThreadMember row = rows.get(party);
        return seq > row.from && seq <= Math.min(last(), row.until) && (!entry(seq).internal || row.internal);
    }

    long unread(Party party) {
        ThreadMember row = rows.get(party);
        return entries.stream()
                .filter(entry -> entry.normal && !entry.author.equals(party))
                .filter(entry -> entry.seq > row.read && shown(party, entry.seq) && !erased.contains(entry.seq))
                .count();
    }

    /** The seqs that a page shows. */
    List<Long> page(Party party) {
        return LongStream.rangeClosed(1, last())
                .filter(seq -> shown(party, seq))
                .boxed()
                .toList();
    }

    /** The seq of the message in the preview; 0 without one. */
    long preview(Party party) {
        return entries.stream()
                .filter(entry -> entry.normal && shown(party, entry.seq) && !erased.contains(entry.seq))
                .mapToLong(entry -> entry.seq)
                .max()
                .orElse(0);
    }

    boolean standsIn(Box box, Party party) {
        ThreadMember row = rows.get(party);
        boolean alive = row.newest > row.deleted;
        boolean sent = row.own > row.deleted;
        boolean starred = row.stars.stream().anyMatch(seq -> sees(party, seq));
        return switch (box) {
            case INBOX -> row.present && alive && row.newest > row.archived;
            case ARCHIVED -> row.present && alive && row.newest <= row.archived;
            case SENT -> row.present && sent;
            case STARRED -> row.present && (alive || sent) && starred;
            case ALL -> alive || sent;
        };
    }

    private boolean shown(Party party, long seq) {
        return sees(party, seq) && !rows.get(party).hidden.contains(seq);
    }

    private Entry entry(long seq) {
        return entries.get((int) seq - 1);
    }

    private record Entry(long seq, Party author, boolean internal, boolean normal) {}

    /** One party's positions and marks. */
    private static final class ThreadMember {
        private final Set<Long> hidden = new TreeSet<>();
        private final Set<Long> stars = new TreeSet<>();
        private boolean present = true;
        private boolean manages;
        private boolean internal;
        private long from;
        private long until = Long.MAX_VALUE;
        private long read;
        private long newest;
        private long own;
        private long deleted;
        private long archived;
    }
}
