package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import java.util.Objects;

/**
 * The outcome of creating a thread. With a first message it is a {@link SendOutcome}, without one it is {@link Created}
 * or {@link PairTaken}.
 */
public sealed interface CreateOutcome permits SendOutcome, CreateOutcome.Created, CreateOutcome.PairTaken {

    /**
     * The thread was created without a message.
     *
     * @param threadId the thread, with the id that the caller gave
     */
    record Created(ThreadId threadId) implements CreateOutcome {

        /** Checks that the thread is not null. */
        public Created {
            Objects.requireNonNull(threadId, "threadId");
        }
    }

    /**
     * The pair has a direct thread already. Nothing was changed.
     *
     * @param threadId the thread of the pair
     */
    record PairTaken(ThreadId threadId) implements CreateOutcome {

        /** Checks that the thread is not null. */
        public PairTaken {
            Objects.requireNonNull(threadId, "threadId");
        }
    }
}
