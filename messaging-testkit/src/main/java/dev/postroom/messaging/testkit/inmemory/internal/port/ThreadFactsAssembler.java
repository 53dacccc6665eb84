package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.Inspection;
import dev.postroom.messaging.spi.ThreadFacts;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Assembles the facts of one thread. */
public class ThreadFactsAssembler {

    private final Rules rules;

    ThreadFactsAssembler(Rules rules) {
        this.rules = rules;
    }

    ThreadFacts of(TenantData data, ThreadState thread) {
        return new ThreadFacts(
                new Inspection.Ref(thread.tenant, thread.id),
                thread.info(),
                thread.rules.unansweredInInbox(),
                thread.lastSeq(),
                last(thread, false),
                last(thread, true),
                thread.activityAt(),
                thread.messages.stream().map(ThreadFactsAssembler::message).toList(),
                thread.members().map(member -> member(thread, member)).toList(),
                keys(data, thread),
                List.copyOf(thread.log));
    }

    private static long last(ThreadState thread, boolean withInternal) {
        return thread.messages.stream()
                .filter(message -> message.previewable() && !message.deleted())
                .filter(message -> withInternal || !message.internal())
                .mapToLong(StoredMessage::seq)
                .max()
                .orElse(0);
    }

    private static ThreadFacts.MessageFact message(StoredMessage stored) {
        return new ThreadFacts.MessageFact(
                stored.id(),
                stored.seq(),
                stored.message().author(),
                stored.message().visibility(),
                stored.countable(),
                stored.active(),
                stored.previewable(),
                stored.deleted(),
                stored.message().text().isEmpty(),
                stored.createdAt());
    }

    private ThreadFacts.MemberFact member(ThreadState thread, MemberState member) {
        return new ThreadFacts.MemberFact(
                member.party,
                member.present(),
                member.rights,
                member.fromSeq,
                member.untilSeq.isPresent() ? Optional.of(member.untilSeq.getAsLong()) : Optional.empty(),
                member.readSeq,
                member.receiptSeq,
                member.newestSeq,
                rules.boxes().ownSeq(thread, member),
                member.deletedSeq,
                member.archivedSeq,
                rules.boxes().activity(thread, member),
                rules.visibility().unread(thread, member),
                Set.copyOf(member.stars),
                Set.copyOf(member.hidden));
    }

    private static Map<String, MessageId> keys(TenantData data, ThreadState thread) {
        Map<String, MessageId> keys = new LinkedHashMap<>();
        data.usedKeys.values().stream()
                .filter(used -> used.stored().position().threadId().equals(thread.id))
                .forEach(used -> keys.put(used.claim().name(), used.stored().messageId()));
        return Collections.unmodifiableMap(keys);
    }
}
