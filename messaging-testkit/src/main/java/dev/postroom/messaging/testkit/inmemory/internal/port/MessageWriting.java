package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Refusal;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.testkit.inmemory.internal.rules.Rules;
import dev.postroom.messaging.testkit.inmemory.internal.state.MemberState;
import dev.postroom.messaging.testkit.inmemory.internal.state.StoredMessage;
import dev.postroom.messaging.testkit.inmemory.internal.state.TenantData;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import dev.postroom.messaging.testkit.inmemory.internal.state.Uniqueness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Stores, deletes and hides messages. */
public class MessageWriting {

    private final Rules rules;

    public MessageWriting(Rules rules) {
        this.rules = rules;
    }

    public SendOutcome append(TenantData data, AppendMessage command) {
        Optional<SendOutcome> used = Uniqueness.judge(data, command.key());
        if (used.isPresent()) {
            return used.get();
        }
        Optional<Refusal> refusal = rules.guards().append(data, command);
        if (refusal.isPresent()) {
            return new SendOutcome.Refused(refusal.get());
        }
        Uniqueness.refuseKnown(data, command.message().id());
        ThreadState thread = data.thread(command.thread()).orElseThrow();
        StoredMessage message = store(data, thread, command);
        return new SendOutcome.Stored(message.id(), message.message().position(), message.createdAt());
    }

    /** Runs all sends on a copy first. If they succeed there, they succeed on the data too. */
    public SendAllOutcome appendAll(TenantData data, List<AppendMessage> commands) {
        SendAllOutcome tried = appendEach(data.copy(), commands);
        return tried instanceof SendAllOutcome.Done ? appendEach(data, commands) : tried;
    }

    public SendAllOutcome appendEach(TenantData data, List<AppendMessage> commands) {
        List<SendOutcome> outcomes = new ArrayList<>();
        for (AppendMessage command : commands) {
            SendOutcome outcome = append(data, command);
            if (outcome instanceof SendOutcome.Refused || outcome instanceof SendOutcome.KeyConflict) {
                return new SendAllOutcome.Undone(outcomes.size(), outcome);
            }
            outcomes.add(outcome);
        }
        return new SendAllOutcome.Done(outcomes);
    }

    private StoredMessage store(TenantData data, ThreadState thread, AppendMessage command) {
        MemberState author = thread.member(command.by().party()).orElseThrow();
        reopen(thread, command);
        StoredMessage message = rules.appending().next(thread, author, command.message(), command.at());
        data.messages.put(message.id(), message.message().position());
        command.key().ifPresent(key -> Uniqueness.use(data, key, message));
        rules.log().common(thread, command.by(), ChangeType.MESSAGE_CREATED, message.seq(), command.at());
        rules.appending()
                .readByReplying(thread, message, command.seenSeq())
                .ifPresent(seq -> read(thread, author, command, seq));
        return message;
    }

    /** Reopens the thread if its rule says so. The log gets the seq that the message is about to get. */
    private void reopen(ThreadState thread, AppendMessage command) {
        if (thread.closed.isPresent() && thread.rules.onClosed() == ClosedRule.REOPEN) {
            thread.closed = Optional.empty();
            thread.revision++;
            thread.touch(command.at());
            rules.log().common(thread, command.by(), ChangeType.THREAD_REOPENED, thread.lastSeq() + 1, command.at());
        }
    }

    private void read(ThreadState thread, MemberState author, AppendMessage command, long seq) {
        if (seq > author.readSeq) {
            author.readSeq = seq;
            author.receiptSeq = Math.max(author.receiptSeq, seq);
            rules.log().personal(thread, command.by(), author.party, ChangeType.READ_MOVED, seq, command.at());
        }
    }

    public ChangeOutcome delete(TenantData data, Caller by, MessageId id, OptionalLong expectedRevision, Instant at) {
        Optional<Refusal> refusal = rules.guards().delete(data, by.party(), id, expectedRevision);
        if (refusal.isPresent()) {
            return new ChangeOutcome.Refused(refusal.get());
        }
        TenantData.Found found = data.message(id).orElseThrow();
        if (found.message().deleted()) {
            return new ChangeOutcome.Unchanged();
        }
        ThreadState thread = found.thread();
        long seq = found.message().seq();
        thread.messages.set((int) seq - 1, found.message().tombstone());
        thread.touch(found.message(), at);
        rules.log().common(thread, by, ChangeType.MESSAGE_DELETED, seq, at);
        return new ChangeOutcome.Changed();
    }

    public ChangeOutcome hide(TenantData data, Caller by, MessageId id, Instant at) {
        Optional<Refusal> refusal = rules.guards().message(data, by.party(), id);
        if (refusal.isPresent()) {
            return new ChangeOutcome.Refused(refusal.get());
        }
        TenantData.Found found = data.message(id).orElseThrow();
        MemberState member = found.thread().member(by.party()).orElseThrow();
        long seq = found.message().seq();
        if (!member.hidden.add(seq)) {
            return new ChangeOutcome.Unchanged();
        }
        rules.log().personal(found.thread(), by, member.party, ChangeType.MESSAGE_HIDDEN, seq, at);
        return new ChangeOutcome.Changed();
    }
}
