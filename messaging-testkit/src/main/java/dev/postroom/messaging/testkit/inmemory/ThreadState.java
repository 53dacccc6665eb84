package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.event.Change;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.TenantId;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadInfo;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.spi.CreateThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One thread: what was given, its messages, members and changes. Nothing in it is a total. */
class ThreadState {

    final TenantId tenant;
    final ThreadId id;
    final ThreadShape shape;
    final ThreadRules rules;
    final Party createdBy;
    final Instant createdAt;
    String subject;
    Instant updatedAt;
    Optional<ThreadInfo.Closing> closed = Optional.empty();
    long revision = 1;
    final List<StoredMessage> messages = new ArrayList<>();
    final List<Change> log = new ArrayList<>();
    private final Map<Object, MemberState> members = new LinkedHashMap<>();
    private final Keys keys;

    ThreadState(CreateThread command, Keys keys) {
        this.tenant = command.by().tenant();
        this.id = command.id();
        this.shape = command.shape();
        this.rules = command.rules();
        this.createdBy = command.by().party();
        this.createdAt = command.at();
        this.subject = command.subject();
        this.updatedAt = command.at();
        this.keys = keys;
    }

    private ThreadState(ThreadState other) {
        this.tenant = other.tenant;
        this.id = other.id;
        this.shape = other.shape;
        this.rules = other.rules;
        this.createdBy = other.createdBy;
        this.createdAt = other.createdAt;
        this.subject = other.subject;
        this.updatedAt = other.updatedAt;
        this.closed = other.closed;
        this.revision = other.revision;
        this.messages.addAll(other.messages);
        this.log.addAll(other.log);
        this.keys = other.keys;
        other.members.forEach((key, member) -> members.put(key, member.copy()));
    }

    ThreadState copy() {
        return new ThreadState(this);
    }

    long lastSeq() {
        return messages.size();
    }

    Optional<StoredMessage> message(long seq) {
        return seq >= 1 && seq <= lastSeq() ? Optional.of(messages.get((int) seq - 1)) : Optional.empty();
    }

    /** The row of a party that is or was a member. */
    Optional<MemberState> member(Party party) {
        return Optional.ofNullable(members.get(keys.party(party)));
    }

    void add(MemberState member) {
        members.put(keys.party(member.party), member);
    }

    /** All rows, past members too, in order of joining. */
    Stream<MemberState> members() {
        return members.values().stream().sorted(MemberState.BY_JOINING);
    }

    Stream<MemberState> present() {
        return members().filter(MemberState::present);
    }

    /** Whether the party is the one present member. */
    boolean alone(Party party) {
        return present().count() == 1
                && member(party).filter(MemberState::present).isPresent();
    }

    /** The time of the last active message, or of the creation before the first. */
    Instant activityAt() {
        return messages.stream()
                .filter(StoredMessage::active)
                .reduce((first, second) -> second)
                .map(StoredMessage::createdAt)
                .orElse(createdAt);
    }

    /** Notes a change for everyone; the time never goes back. */
    void touch(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }

    /** Notes that a message changed; an internal note is no change for everyone. */
    void touch(StoredMessage message, Instant at) {
        if (!message.internal()) {
            touch(at);
        }
    }

    ThreadInfo info() {
        return new ThreadInfo(
                id,
                shape,
                subject,
                createdBy,
                createdAt,
                updatedAt,
                (int) present().count(),
                closed,
                revision);
    }
}
