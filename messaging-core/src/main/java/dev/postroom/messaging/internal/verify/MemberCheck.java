package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.model.Right;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a member's row by a scan of the messages: invariant 2, and that positions stand where they can. */
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
            wrong("unread", "is " + member.unread() + ", a scan gives " + scanned);
        }
    }

    /**
     * The newest foreign message decides the box. It may be an own one where the author was alone or the rule says so, as
     * it was when that message was written.
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
            wrong("newest", "is " + kept + ", a scan gives " + foreign);
        }
    }

    private void own() {
        long scanned = facts.messages().stream()
                .filter(message -> message.active() && message.author().equals(member.party()))
                .mapToLong(MessageFact::seq)
                .max()
                .orElse(0);
        if (member.ownSeq() != scanned) {
            wrong("own", "newest own is " + member.ownSeq() + ", a scan gives " + scanned);
        }
    }

    private void activity() {
        Optional<Instant> scanned =
                window().filter(MessageFact::active).map(MessageFact::createdAt).reduce((before, next) -> next);
        if (scanned.isPresent() && !scanned.equals(member.activityAt())) {
            wrong("activity", "is " + member.activityAt() + ", a scan gives " + scanned.get());
        }
    }

    private void positions() {
        if (member.readSeq() < member.fromSeq()) {
            wrong("read", "read " + member.readSeq() + " is below the window's " + member.fromSeq());
        }
        Stream.of(member.readSeq(), member.receiptSeq(), member.fromSeq(), until)
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> wrong("position", seq + " is not in 0.." + facts.lastSeq()));
        Stream.of(member.deletedSeq(), member.archivedSeq())
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> wrong("position", seq + " is not in 0.." + facts.lastSeq()));
        if (member.active() == member.untilSeq().isPresent()) {
            wrong("window", "present " + member.active() + ", ends at " + member.untilSeq());
        }
        Stream.concat(member.stars().stream(), member.hidden().stream())
                .filter(seq -> seq < 0 || seq > facts.lastSeq())
                .forEach(seq -> wrong("mark", "of seq " + seq + ", which is not there"));
    }

    private Stream<MessageFact> window() {
        return facts.messages().stream()
                .filter(message -> message.seq() > member.fromSeq() && message.seq() <= until)
                .filter(message -> member.rights().has(Right.INTERNAL) || message.visibility() == Visibility.EVERYONE);
    }

    private void wrong(String rule, String detail) {
        findings.add(facts.ref(), rule, "of " + member.party() + ": " + detail);
    }
}
