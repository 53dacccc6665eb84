package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the row of a member with a scan of the messages, and checks that its positions are in range. */
final class MemberCheck {

    private final ThreadFacts facts;
    private final MemberFact member;
    private final Findings findings;
    private final long until;

    MemberCheck(ThreadFacts facts, MemberFact member, Findings findings) {
        this.facts = facts;
        this.member = member;
        this.findings = findings;
        this.until = member.untilSeq().orElse(facts.lastSeq());
    }

    void run() {
        unread();
        newest();
        own();
        activity();
        positions();
    }

    private void unread() {
        long scanned = window().filter(message -> message.countable() && !message.deleted())
                .filter(message -> !message.author().equals(member.party()))
                .filter(message -> member.rights().has(Right.VIEW))
                .filter(message -> message.seq() > member.readSeq())
                .filter(message -> !member.hidden().contains(message.seq()))
                .count();
        if (member.unread() != scanned) {
            report("unread", difference(member.unread(), scanned));
        }
    }

    /**
     * Checks the newest foreign message, which decides the box. It may be a message of the member itself if the member
     * was alone in the thread, or the rule {@code unansweredInInbox} was on, when the message was written.
     */
    private void newest() {
        long foreign = window().filter(
                        message -> message.active() && !message.author().equals(member.party()))
                .mapToLong(MessageFact::seq)
                .max()
                .orElse(0);
        long kept = member.newestSeq();
        boolean own = facts.messages().stream()
                .anyMatch(message -> message.seq() == kept
                        && message.active()
                        && message.author().equals(member.party()));
        boolean right = kept == foreign || (own && kept > foreign) || (foreign == 0 && kept <= member.fromSeq());
        if (!right) {
            report("newest", difference(kept, foreign));
        }
    }

    private void own() {
        long scanned = facts.messages().stream()
                .filter(message -> message.active() && message.author().equals(member.party()))
                .mapToLong(MessageFact::seq)
                .max()
                .orElse(0);
        if (member.ownSeq() != scanned) {
            report("own", difference(member.ownSeq(), scanned));
        }
    }

    private void activity() {
        Optional<Instant> scanned =
                window().filter(MessageFact::active).map(MessageFact::createdAt).reduce((before, next) -> next);
        if (scanned.isPresent() && !scanned.equals(member.activityAt())) {
            report("activity", difference(member.activityAt(), scanned.get()));
        }
    }

    private void positions() {
        if (member.readSeq() < member.fromSeq()) {
            report(
                    "read",
                    "the read position " + member.readSeq() + " is before the window, which begins after "
                            + member.fromSeq());
        }
        Stream.of(member.readSeq(), member.receiptSeq(), member.fromSeq(), until)
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> report("position", "the position " + seq + " is not in 0.." + facts.lastSeq()));
        Stream.of(member.deletedSeq(), member.archivedSeq())
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> report("position", "the position " + seq + " is not in 0.." + facts.lastSeq()));
        if (member.active() == member.untilSeq().isPresent()) {
            report("window", "present is " + member.active() + ", but the end of the window is " + member.untilSeq());
        }
        Stream.concat(member.stars().stream(), member.hidden().stream())
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> report("mark", "a star or hidden message has seq " + seq + ", which does not exist"));
    }

    private Stream<MessageFact> window() {
        return facts.messages().stream()
                .filter(message -> message.seq() > member.fromSeq() && message.seq() <= until)
                .filter(message -> member.rights().has(Right.INTERNAL) || message.visibility() == Visibility.EVERYONE);
    }

    private static String difference(Object stored, Object scanned) {
        return "the stored value is " + stored + ", a scan of the messages gives " + scanned;
    }

    private void report(String rule, String detail) {
        findings.add(facts.ref(), rule, member.party() + ": " + detail);
    }
}
