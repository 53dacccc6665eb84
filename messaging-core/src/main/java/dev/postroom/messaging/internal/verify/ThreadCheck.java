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

/** Compares the stored values of a thread with a scan of its messages. */
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
                report("key", "a client key names message " + message + ", which does not exist in the thread");
            }
        });
    }

    private void messages() {
        long expected = 1;
        Instant last = Instant.MIN;
        Set<MessageId> ids = new HashSet<>();
        for (MessageFact message : facts.messages()) {
            if (message.seq() != expected) {
                report("seq", "a message has seq " + message.seq() + ", expected is " + expected);
            }
            expected = message.seq() + 1;
            if (!ids.add(message.id())) {
                report("id", "two messages have the id " + message.id());
            }
            if (message.active()) {
                if (!message.createdAt().isAfter(last)) {
                    report(
                            "time",
                            "the active message at seq " + message.seq() + " is not later than the one before it");
                }
                last = message.createdAt();
            }
            if (message.deleted() && !message.textEmpty()) {
                report("tombstone", "the deleted message at seq " + message.seq() + " still has a text");
            }
            if (message.countable() && !message.active()) {
                report("kind", "the message at seq " + message.seq() + " is countable but not active");
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
            report(
                    "activity",
                    "the stored value is " + facts.activityAt() + ", a scan of the messages gives " + activity);
        }
    }

    private void members() {
        long present = facts.members().stream().filter(MemberFact::active).count();
        expect("member count", facts.info().memberCount(), present);
        if (facts.info().shape() == ThreadShape.DIRECT
                && (facts.members().size() > 2 || present != facts.members().size())) {
            report(
                    "direct",
                    "a direct thread has " + facts.members().size() + " member rows, " + present + " of them present");
        }
        Set<Party> parties = new HashSet<>();
        facts.members().forEach(member -> {
            if (!parties.add(member.party())) {
                report("member", member.party() + " has two member rows");
            }
        });
        facts.messages().stream()
                .map(MessageFact::author)
                .filter(author -> !parties.contains(author))
                .distinct()
                .forEach(author -> report("author", author + " wrote a message but has no member row"));
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
            report(rule, "the stored value is " + kept + ", a scan gives " + scanned);
        }
    }

    private void report(String rule, String detail) {
        findings.add(facts.ref(), rule, detail);
    }
}
