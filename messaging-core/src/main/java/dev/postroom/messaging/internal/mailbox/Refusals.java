package dev.postroom.messaging.internal.mailbox;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.ContendedException;
import dev.postroom.messaging.model.ForbiddenException;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessagingException;
import dev.postroom.messaging.model.NotFoundException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.TooLargeException;
import dev.postroom.messaging.spi.Refusal;

/** Turns what a storage refused into what a host can act on. */
final class Refusals {

    private Refusals() {}

    static MessagingException of(Refusal refusal, ThreadId thread, Limits limits) {
        return switch (refusal) {
            case MISSING, NOT_MEMBER -> missing(thread);
            case PAST_MEMBER -> new ForbiddenException("no longer a member of the thread");
            case FORBIDDEN -> new ForbiddenException("lacks the right to do this in the thread");
            case CLOSED -> new ClosedException(ClosedException.What.THREAD);
            case STALE -> new ContendedException(thread);
            case WRONG_SHAPE -> new ForbiddenException("the members of a direct thread never change");
            case BEYOND_LAST -> new InvalidException("seq", "is beyond the last message of the thread");
            case QUOTED_MISSING -> new InvalidException("quoting", "is not a message of the thread");
            case TOO_FEW_MEMBERS -> new ForbiddenException("too few members would remain in the thread");
            case TOO_MANY_MEMBERS -> new TooLargeException("members", limits.members(), limits.members() + 1L);
        };
    }

    /** Of operations that name a message: only two refusals can come back, and neither may tell of the thread. */
    static MessagingException of(Refusal refusal, MessageId message) {
        return refusal == Refusal.FORBIDDEN
                ? new ForbiddenException("not one's own message, and no right to manage the thread")
                : missing(message);
    }

    static NotFoundException missing(ThreadId thread) {
        return new NotFoundException("thread " + thread);
    }

    static NotFoundException missing(MessageId message) {
        return new NotFoundException("message " + message);
    }
}
