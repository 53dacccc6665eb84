package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread to create.
 *
 * @param by the party that starts the thread
 * @param id the id, which the caller created before its first attempt
 * @param shape the shape
 * @param subject the subject, at most 1,000 characters; empty if the thread has none
 * @param rules the rules, which are kept with the thread
 * @param members at least one member, each party once, with the party that starts the thread
 * @param first the first message, written by {@code by.party()}; empty for a direct thread that is only found or
 *     created
 * @param pair the claim of a direct thread; empty for any other shape
 * @param key the client key of the first message; empty if there is no first message
 * @param at the current time, in whole microseconds
 */
public record CreateThread(
        Caller by,
        ThreadId id,
        ThreadShape shape,
        String subject,
        ThreadRules rules,
        List<NewMember> members,
        Optional<NewMessage> first,
        Optional<Claim> pair,
        Optional<KeyClaim> key,
        Instant at) {

    /** Checks that no value is null, and copies the members. */
    public CreateThread {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(rules, "rules");
        members = List.copyOf(members);
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        if (pair.isPresent() != (shape == ThreadShape.DIRECT)) {
            throw new IllegalArgumentException("a direct thread must have a pair claim, a group must have none");
        }
        if (key.isPresent() && first.isEmpty()) {
            throw new IllegalArgumentException("a thread with a client key must have a first message");
        }
        if (members.stream().noneMatch(member -> member.party().equals(by.party()))) {
            throw new IllegalArgumentException("the party that starts the thread must be one of its members");
        }
    }

    /** Describes the thread without its subject, so that it cannot get into a log. */
    @Override
    public String toString() {
        return "CreateThread[" + id + ", " + shape + ", " + members.size() + " members]";
    }
}
