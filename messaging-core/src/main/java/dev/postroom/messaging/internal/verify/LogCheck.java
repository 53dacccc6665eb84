package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plays the change log from its beginning and compares where it leads with what is stored: invariant 5. */
final class LogCheck {

    private final ThreadFacts facts;
    private final Findings findings;
    private final Map<Party, Replayed> members = new HashMap<>();
    private final List<Long> created = new ArrayList<>();
    private final Set<Long> deleted = new HashSet<>();
    private int threadsCreated;
    private boolean closed;

    LogCheck(ThreadFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void run() {
        facts.log().forEach(this::play);
        compareThread();
        facts.members().forEach(this::compareMember);
    }

    private void play(Change change) {
        long seq = change.position().seq();
        switch (change.type()) {
            case THREAD_CREATED -> threadsCreated++;
            case THREAD_RENAMED -> {}
            case THREAD_CLOSED -> closed = flipped("closed", closed, true);
            case THREAD_REOPENED -> closed = flipped("closed", closed, false);
            case MESSAGE_CREATED -> created.add(seq);
            case MESSAGE_DELETED -> once(deleted.add(seq), change);
            default -> playPersonal(change, seq);
        }
    }

    private void playPersonal(Change change, long seq) {
        if (change.party().isEmpty()) {
            wrong(change.type() + " names no party");
            return;
        }
        Replayed member = members.computeIfAbsent(change.party().get(), party -> new Replayed());
        switch (change.type()) {
            case MESSAGE_HIDDEN -> once(member.hidden.add(seq), change);
            case STARRED -> once(member.stars.add(seq), change);
            case UNSTARRED -> once(member.stars.remove(seq), change);
            case READ_MOVED -> {
                once(member.read != seq, change);
                member.read = seq;
            }
            case ARCHIVE_MOVED -> {
                once(member.archived != seq, change);
                member.archived = seq;
            }
            case THREAD_DELETED -> {
                once(member.deletedUpTo < seq, change);
                member.deletedUpTo = seq;
                member.read = Math.max(member.read, seq);
            }
            case MEMBER_JOINED -> {
                member.read = seq;
                member.present = 1;
            }
            case MEMBER_LEFT -> member.present = -1;
            default -> wrong("has an unexpected " + change.type());
        }
    }

    private void compareThread() {
        if (threadsCreated != 1) {
            wrong("tells " + threadsCreated + " times that the thread was created");
        }
        if (!created.equals(facts.messages().stream().map(MessageFact::seq).toList())) {
            wrong("tells of " + created.size() + " messages created, not once each and in order, of "
                    + facts.messages().size());
        }
        Set<Long> tombstones = facts.messages().stream()
                .filter(MessageFact::deleted)
                .map(MessageFact::seq)
                .collect(Collectors.toSet());
        compare("deleted messages", deleted, tombstones);
        compare("closed", closed, facts.info().closed().isPresent());
    }

    private void compareMember(MemberFact member) {
        Replayed replayed = members.getOrDefault(member.party(), new Replayed());
        String of = " of " + member.party();
        compare("hidden messages" + of, replayed.hidden, member.hidden());
        compare("stars" + of, replayed.stars, member.stars());
        compare("read position" + of, replayed.read, member.readSeq());
        compare("archive position" + of, replayed.archived, member.archivedSeq());
        compare("delete position" + of, replayed.deletedUpTo, member.deletedSeq());
        compare("presence" + of, replayed.present >= 0, member.active());
    }

    private boolean flipped(String what, boolean before, boolean after) {
        if (before == after) {
            wrong("tells twice in a row that " + what + " is " + after);
        }
        return after;
    }

    private void once(boolean isChange, Change change) {
        if (!isChange) {
            wrong(change.type() + " at seq " + change.position().seq() + " changed nothing");
        }
    }

    private void compare(String what, Object replayed, Object stored) {
        if (!replayed.equals(stored)) {
            wrong("gives " + what + " as " + replayed + ", stored is " + stored);
        }
    }

    private void wrong(String detail) {
        findings.add(facts.ref(), "log", "the log " + detail);
    }

    /** Where a member's rows of the log lead. */
    private static final class Replayed {

        private final Set<Long> stars = new HashSet<>();
        private final Set<Long> hidden = new HashSet<>();
        private long read;
        private long archived;
        private long deletedUpTo;
        private int present;
    }
}
