package dev.postroom.messaging.testkit.inmemory.internal.rules;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.testkit.inmemory.internal.state.ThreadState;
import java.time.Instant;
import java.util.Optional;

/** Writes the log of a thread. */
public class ChangeLog {

    /** Logs a change that is the same for everyone. */
    public void common(ThreadState thread, Caller by, ChangeType type, long seq, Instant at) {
        Position position = new Position(thread.id, seq);
        write(thread, new Change(thread.tenant, type, position, Optional.empty(), by.actor(), at));
    }

    /** Logs a change of the state or membership of one party. */
    public void personal(ThreadState thread, Caller by, Party party, ChangeType type, long seq, Instant at) {
        Position position = new Position(thread.id, seq);
        write(thread, new Change(thread.tenant, type, position, Optional.of(party), by.actor(), at));
    }

    public void write(ThreadState thread, Change change) {
        thread.log.add(change);
    }
}
