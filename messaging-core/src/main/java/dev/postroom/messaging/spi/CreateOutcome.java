package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.util.Objects;

/** What became of a new thread. With a first message it is a {@link SendOutcome}, without one an outcome named here. */
public sealed interface CreateOutcome permits SendOutcome, CreateOutcome.Created, CreateOutcome.PairTaken {

    /**
     * The thread exists, without a message.
     *
     * @param threadId the thread, as the caller named it
     */
    record Created(ThreadId threadId) implements CreateOutcome {

        /** Checks that the thread is there. */
        public Created {
            Objects.requireNonNull(threadId, "threadId");
        }
    }

    /**
     * The pair has its direct thread already; nothing was changed.
     *
     * @param threadId the pair's thread
     */
    record PairTaken(ThreadId threadId) implements CreateOutcome {

        /** Checks that the thread is there. */
        public PairTaken {
            Objects.requireNonNull(threadId, "threadId");
        }
    }
}
