package dev.postroom.messaging.testkit.inmemory.internal.port;

import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.spi.ThreadStore;
import dev.postroom.messaging.testkit.inmemory.internal.state.Tenants;
import java.time.Instant;
import java.util.OptionalLong;

/** Creates and changes threads. */
public class InMemoryThreads implements ThreadStore {

    private final Tenants tenants;
    private final ThreadCreator creating;
    private final ThreadEditor changing;

    public InMemoryThreads(Tenants tenants, ThreadCreator creating, ThreadEditor changing) {
        this.tenants = tenants;
        this.creating = creating;
        this.changing = changing;
    }

    @Override
    public CreateOutcome create(CreateThread command) {
        return tenants.in(command.by().tenant(), data -> creating.create(data, command));
    }

    @Override
    public ChangeOutcome change(
            Caller by, ThreadId thread, ThreadChange change, OptionalLong expectedRevision, Instant at) {
        return tenants.in(by.tenant(), data -> changing.change(data, by, thread, change, expectedRevision, at));
    }
}
