package dev.postroom.messaging.internal.verify;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.spi.ThreadFacts.MemberFact;
import dev.postroom.messaging.spi.ThreadFacts.MessageFact;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges what a thread says of itself by a scan of its messages: invariants 1 and 3. */
final class ThreadCheck {

    private final ThreadFacts facts;
    private final Findings findings;

    ThreadCheck(ThreadFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void run() {
        messages();
        summary();
        members();
        facts.keys().forEach((key, message) -> {
            if (facts.messages().stream().noneMatch(candidate -> candidate.id().equals(message))) {
                wrong("key", "a client key names message " + message + ", which is not there");
            }
        });
    }

    private void messages() {
        long expected = 1;
        Instant last = Instant.MIN;
        Set<MessageId> ids = new HashSet<>();
        for (MessageFact message : facts.messages()) {
            if (message.seq() != expected) {
                wrong("seq", "seq " + message.seq() + " stands where " + expected + " should");
            }
            expected = message.seq() + 1;
            if (!ids.add(message.id())) {
                wrong("id", "message id " + message.id() + " stands twice");
            }
            if (message.active()) {
                if (!message.createdAt().isAfter(last)) {
                    wrong("time", "active seq " + message.seq() + " is not later than the one before");
                }
                last = message.createdAt();
            }
            if (message.deleted() && !message.textEmpty()) {
                wrong("tombstone", "deleted seq " + message.seq() + " still has a text");
            }
            if (message.countable() && !message.active()) {
                wrong("kind", "seq " + message.seq() + " is countable but not active");
            }
        }
    }

    private void summary() {
        List<MessageFact> messages = facts.messages();
        long lastSeq =
                messages.isEmpty() ? 0 : messages.get(messages.size() - 1).seq();
        expect("lastSeq", facts.lastSeq(), lastSeq);
        expect("last message", facts.lastForEveryone(), lastPreviewable(false));
        expect("last message with notes", facts.lastForInternal(), lastPreviewable(true));
        Instant activity = messages.stream()
                .filter(MessageFact::active)
                .map(MessageFact::createdAt)
                .reduce(facts.info().createdAt(), (before, next) -> next);
        if (!facts.activityAt().equals(activity)) {
            wrong("activity", "is " + facts.activityAt() + ", a scan gives " + activity);
        }
    }

    private void members() {
        long present = facts.members().stream().filter(MemberFact::active).count();
        expect("member count", facts.info().memberCount(), present);
        if (facts.info().shape() == ThreadShape.DIRECT
                && (facts.members().size() > 2 || present != facts.members().size())) {
            wrong("direct", "has " + facts.members().size() + " member rows, " + present + " present");
        }
        Set<Party> parties = new HashSet<>();
        facts.members().forEach(member -> {
            if (!parties.add(member.party())) {
                wrong("member", member.party() + " has two rows");
            }
        });
        facts.messages().stream()
                .map(MessageFact::author)
                .filter(author -> !parties.contains(author))
                .distinct()
                .forEach(author -> wrong("author", author + " wrote but has no row"));
    }

    private long lastPreviewable(boolean internal) {
        return facts.messages().stream()
                .filter(message -> message.previewable() && !message.deleted())
                .filter(message -> internal || message.visibility() == Visibility.EVERYONE)
                .mapToLong(MessageFact::seq)
                .max()
                .orElse(0);
    }

    private void expect(String rule, long kept, long scanned) {
        if (kept != scanned) {
            wrong(rule, "is " + kept + ", a scan gives " + scanned);
        }
    }

    private void wrong(String rule, String detail) {
        findings.add(facts.ref(), rule, detail);
    }
}
