package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageView;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.MessageRange;
import dev.postroom.messaging.spi.MessageStore;
import dev.postroom.messaging.spi.RangeQuery;
import dev.postroom.messaging.spi.RecipientList;
import dev.postroom.messaging.spi.SendAllOutcome;
import dev.postroom.messaging.spi.SendOutcome;
import dev.postroom.messaging.spi.StoredKey;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads messages. */
public class InMemoryMessages implements MessageStore {

    private final Tenants tenants;
    private final MessageWriting writing;
    private final MessageReading reading;

    public InMemoryMessages(Tenants tenants, MessageWriting writing, MessageReading reading) {
        this.tenants = tenants;
        this.writing = writing;
        this.reading = reading;
    }

    @Override
    public SendOutcome append(AppendMessage command) {
        return tenants.in(command.by().tenant(), data -> writing.append(data, command));
    }

    @Override
    public SendAllOutcome appendAll(List<AppendMessage> commands) {
        return tenants.in(commands.get(0).by().tenant(), data -> writing.appendAll(data, commands));
    }

    @Override
    public Optional<StoredKey> findKey(Caller by, Claim key) {
        return tenants.read(by.tenant(), data -> data.usedKey(key));
    }

    @Override
    public ChangeOutcome delete(Caller by, MessageId message, OptionalLong expectedRevision, Instant at) {
        return tenants.in(by.tenant(), data -> writing.delete(data, by, message, expectedRevision, at));
    }

    @Override
    public ChangeOutcome hide(Caller by, MessageId message, Instant at) {
        return tenants.in(by.tenant(), data -> writing.hide(data, by, message, at));
    }

    @Override
    public Optional<MessageView> find(Caller by, MessageId message) {
        return tenants.read(by.tenant(), data -> reading.find(data, by.party(), message));
    }

    @Override
    public Optional<MessageRange> range(RangeQuery query) {
        return tenants.read(query.by().tenant(), data -> reading.range(data, query));
    }

    @Override
    public Map<ThreadId, List<MessageView>> latest(Caller by, Collection<ThreadId> threads, int seqs) {
        return tenants.read(by.tenant(), data -> reading.latest(data, by.party(), threads, seqs));
    }

    @Override
    public Optional<RecipientList> recipients(Caller by, MessageId message) {
        return tenants.read(by.tenant(), data -> reading.recipients(data, by.party(), message));
    }
}
