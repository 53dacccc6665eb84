package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.ThreadId;

/**
 * A message and the thread to send it to, for {@link Mailbox#sendAll}. Immutable.
 *
 * @param thread the thread
 * @param draft the message
 */
public record Reply(ThreadId thread, Draft draft) {

    /**
     * Checks that neither value is null.
     *
     * @throws dev.postroom.messaging.model.InvalidException if a value is null
     */
    public Reply {
        Arguments.arg("thread", thread);
        Arguments.arg("draft", draft);
    }
}
