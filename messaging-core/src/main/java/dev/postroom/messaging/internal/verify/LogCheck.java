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

/** Replays the change log of a thread from its beginning, and compares the result with the stored state. */
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
        facts.log().forEach(this::replay);
        compareThread();
        facts.members().forEach(this::compareMember);
    }

    private void replay(Change change) {
        long seq = change.position().seq();
        switch (change.type()) {
            case THREAD_CREATED -> threadsCreated++;
            case THREAD_RENAMED -> {}
            case THREAD_CLOSED -> closed = flag("closed", closed, true);
            case THREAD_REOPENED -> closed = flag("closed", closed, false);
            case MESSAGE_CREATED -> created.add(seq);
            case MESSAGE_DELETED -> checkChange(deleted.add(seq), change);
            default -> replayPersonal(change, seq);
        }
    }

    private void replayPersonal(Change change, long seq) {
        if (change.party().isEmpty()) {
            report("the row " + change.type() + " names no party");
            return;
        }
        Replayed member = members.computeIfAbsent(change.party().get(), party -> new Replayed());
        switch (change.type()) {
            case MESSAGE_HIDDEN -> checkChange(member.hidden.add(seq), change);
            case STARRED -> checkChange(member.stars.add(seq), change);
            case UNSTARRED -> checkChange(member.stars.remove(seq), change);
            case READ_MOVED -> {
                checkChange(member.read != seq, change);
                member.read = seq;
            }
            case ARCHIVE_MOVED -> {
                checkChange(member.archived != seq, change);
                member.archived = seq;
            }
            case THREAD_DELETED -> {
                checkChange(member.deletedUpTo < seq, change);
                member.deletedUpTo = seq;
                member.read = Math.max(member.read, seq);
            }
            case MEMBER_JOINED -> {
                member.read = seq;
                member.present = 1;
            }
            case MEMBER_LEFT -> member.present = -1;
            default -> report("a row has the unexpected type " + change.type());
        }
    }

    private void compareThread() {
        if (threadsCreated != 1) {
            report("the number of rows THREAD_CREATED is " + threadsCreated + ", expected is 1");
        }
        if (!created.equals(facts.messages().stream().map(MessageFact::seq).toList())) {
            report("the rows MESSAGE_CREATED are not one for each message in the order of the seqs: " + created.size()
                    + " rows, " + facts.messages().size() + " messages");
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

    private boolean flag(String what, boolean before, boolean after) {
        if (before == after) {
            report("two successive rows say that " + what + " is " + after);
        }
        return after;
    }

    private void checkChange(boolean isChange, Change change) {
        if (!isChange) {
            report("the row " + change.type() + " at seq " + change.position().seq() + " changed nothing");
        }
    }

    private void compare(String what, Object replayed, Object stored) {
        if (!replayed.equals(stored)) {
            report("the replayed value of " + what + " is " + replayed + ", the stored value is " + stored);
        }
    }

    private void report(String detail) {
        findings.add(facts.ref(), "log", detail);
    }

    /** The state of a member after its rows of the log have been replayed. */
    private static final class Replayed {

        private final Set<Long> stars = new HashSet<>();
        private final Set<Long> hidden = new HashSet<>();
        private long read;
        private long archived;
        private long deletedUpTo;
        private int present;
    }
}
