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

/** Turns the refusals of a storage into exceptions for the host. */
final class Refusals {

    private Refusals() {}

    static MessagingException of(Refusal refusal, ThreadId thread, Limits limits) {
        return switch (refusal) {
            case MISSING, NOT_MEMBER -> missing(thread);
            case PAST_MEMBER -> new ForbiddenException("the party is no longer a member of the thread");
            case FORBIDDEN -> new ForbiddenException("the party does not have the right to do this in the thread");
            case CLOSED -> new ClosedException(ClosedException.What.THREAD);
            case STALE -> new ContendedException(thread);
            case WRONG_SHAPE ->
                new ForbiddenException("the members of a direct thread cannot change; start a group thread instead");
            case BEYOND_LAST -> new InvalidException("seq", "must not be beyond the last message of the thread");
            case QUOTED_MISSING ->
                new InvalidException("quoting", "must be the seq of a message of the thread that the author sees");
            case TOO_FEW_MEMBERS ->
                new ForbiddenException(
                        "too few members would remain in the thread; its rule minimumMembers says how many must");
            case TOO_MANY_MEMBERS -> new TooLargeException("members", limits.members(), limits.members() + 1L);
        };
    }

    /**
     * Returns the exception for an operation on a message. Only two refusals are possible, and neither exception tells
     * anything about the thread.
     */
    static MessagingException of(Refusal refusal, MessageId message) {
        return refusal == Refusal.FORBIDDEN
                ? new ForbiddenException(
                        "only the author and members with Right.MANAGE may delete the message for everyone")
                : missing(message);
    }

    static NotFoundException missing(ThreadId thread) {
        return new NotFoundException("thread " + thread);
    }

    static NotFoundException missing(MessageId message) {
        return new NotFoundException("message " + message);
    }
}
