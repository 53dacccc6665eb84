package dev.postroom.messaging;

import dev.postroom.messaging.internal.input.Arguments;
import dev.postroom.messaging.model.ThreadId;

/**
 * A message with its thread, one of several for {@link Mailbox#sendAll}. Immutable.
 *
 * @param thread where
 * @param draft what
 */
public record Reply(ThreadId thread, Draft draft) {

    /**
     * Checks that both are there.
     *
     * @throws dev.postroom.messaging.model.InvalidException if one is null
     */
    public Reply {
        Arguments.arg("thread", thread);
        Arguments.arg("draft", draft);
    }
}
