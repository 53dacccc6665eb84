package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Recipient;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.rules.VisibilityRules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads messages as a party sees them. */
public class MessageReading {

    private final VisibilityRules visibility;

    public MessageReading(Rules rules) {
        this.visibility = rules.visibility();
    }

    public Optional<MessageView> find(TenantData data, Party party, MessageId id) {
        return data.message(id)
                .flatMap(found -> found.thread()
                        .member(party)
                        .filter(member -> visibility.visible(member, found.message()))
                        .map(member -> visibility.view(member, found.message())));
    }

    public Optional<MessageRange> range(TenantData data, RangeQuery query) {
        return data.thread(query.start().threadId())
                .flatMap(thread -> thread.member(query.by().party())
                        .filter(visibility::canView)
                        .map(member -> range(thread, member, query)));
    }

    private MessageRange range(ThreadState thread, MemberState member, RangeQuery query) {
        long seq = query.start().seq();
        return switch (query.way()) {
            case UP -> up(thread, member, seq, query.seqs());
            case UP_FROM_UNREAD -> up(thread, member, member.readSeq + 1, query.seqs());
            case DOWN -> down(thread, member, seq, query.seqs());
        };
    }

    public MessageRange up(ThreadState thread, MemberState member, long start, int seqs) {
        long last = visibility.lastSeq(thread, member);
        long from = Math.min(Math.max(start, member.fromSeq + 1), last + 1);
        long next = from + seqs;
        return new MessageRange(
                visibility.page(thread, member, from, next - 1).toList(),
                next <= last ? OptionalLong.of(next) : OptionalLong.empty());
    }

    private MessageRange down(ThreadState thread, MemberState member, long start, int seqs) {
        long from = Math.max(Math.min(start, visibility.lastSeq(thread, member)), member.fromSeq);
        long next = from - seqs;
        List<MessageView> messages =
                new ArrayList<>(visibility.page(thread, member, next + 1, from).toList());
        Collections.reverse(messages);
        return new MessageRange(messages, next > member.fromSeq ? OptionalLong.of(next) : OptionalLong.empty());
    }

    public Map<ThreadId, List<MessageView>> latest(TenantData data, Party party, Collection<ThreadId> ids, int seqs) {
        Map<ThreadId, List<MessageView>> answer = new LinkedHashMap<>();
        for (ThreadId id : ids) {
            List<MessageView> latest = data.thread(id)
                    .flatMap(thread -> thread.member(party).map(member -> latest(thread, member, seqs)))
                    .orElse(List.of());
            if (!latest.isEmpty()) {
                answer.put(id, latest);
            }
        }
        return Collections.unmodifiableMap(answer);
    }

    private List<MessageView> latest(ThreadState thread, MemberState member, int seqs) {
        long last = visibility.lastSeq(thread, member);
        return visibility.page(thread, member, last - seqs + 1, last).toList();
    }

    public Optional<RecipientList> recipients(TenantData data, Party party, MessageId id) {
        return data.message(id)
                .flatMap(found -> found.thread()
                        .member(party)
                        .filter(member -> visibility.visible(member, found.message()))
                        .map(member -> new RecipientList(member.rights, recipients(found.thread(), found.message()))));
    }

    private List<Recipient> recipients(ThreadState thread, StoredMessage message) {
        return thread.members()
                .filter(member -> isRecipient(thread, member, message))
                .map(member -> recipient(member, message))
                .toList();
    }

    public boolean isRecipient(ThreadState thread, MemberState member, StoredMessage message) {
        return visibility.visible(member, message) && (!message.by(member.party) || thread.alone(member.party));
    }

    private Recipient recipient(MemberState member, StoredMessage message) {
        return new Recipient(
                message.id(),
                message.message().position(),
                member.party,
                visibility.read(member, message),
                visibility.starred(member, message),
                visibility.hidden(member, message));
    }
}
