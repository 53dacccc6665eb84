package dev.postroom.messaging.spi;

import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A thread to be created.
 *
 * @param by who starts it
 * @param id made by the caller before its first attempt
 * @param shape its shape
 * @param subject its subject, at most 1,000 characters; empty if it has none
 * @param rules kept with the thread
 * @param members at least one, each party once; the starter among them
 * @param first the first message, written by {@code by.party()}; none for a direct thread that is only found or made
 * @param pair the claim of a direct thread; present exactly for that shape
 * @param key the client key of the first message; present only with a first message
 * @param at now, whole microseconds
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

    /** Checks that everything is there, and copies the members. */
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
            throw new IllegalArgumentException("a direct thread has a pair claim, no other has");
        }
        if (key.isPresent() && first.isEmpty()) {
            throw new IllegalArgumentException("a client key belongs to a first message");
        }
        if (members.stream().noneMatch(member -> member.party().equals(by.party()))) {
            throw new IllegalArgumentException("the starter must be a member");
        }
    }

    /** Describes the thread without its subject, so that no log ever holds it. */
    @Override
    public String toString() {
        return "CreateThread[" + id + ", " + shape + ", " + members.size() + " members]";
    }
}
