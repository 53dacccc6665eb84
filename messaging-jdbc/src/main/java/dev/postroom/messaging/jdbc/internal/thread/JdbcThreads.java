package dev.postroom.messaging.jdbc.internal.thread;

import dev.postroom.messaging.jdbc.internal.transaction.Transactions;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.Caller;
import dev.postroom.messaging.spi.ChangeOutcome;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.ThreadChange;
import dev.postroom.messaging.spi.ThreadStore;
import java.time.Instant;
import java.util.OptionalLong;

/** Creates and changes threads. */
public final class JdbcThreads implements ThreadStore {

    private final Transactions work;
    private final FanOut fanOut;

    public JdbcThreads(Transactions work, FanOut fanOut) {
        this.work = work;
        this.fanOut = fanOut;
    }

    @Override
    public CreateOutcome create(CreateThread command) {
        return Creating.takesBack(command)
                ? work.undoable(session -> new Creating(command, fanOut).run(session))
                : work.scripted(session -> new Creating(command, fanOut).run(session));
    }

    @Override
    public ChangeOutcome change(
            Caller by, ThreadId thread, ThreadChange change, OptionalLong expectedRevision, Instant at) {
        return work.atomic(session -> new Changing(by, thread, change, expectedRevision, fanOut, at).run(session));
    }
}
