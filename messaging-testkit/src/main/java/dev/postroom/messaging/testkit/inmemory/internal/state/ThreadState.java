package dev.postroom.messaging.testkit.inmemory.internal.state;

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

/** The state of one thread: its given values, messages, members and changes. It contains no totals. */
public class ThreadState {

    public final TenantId tenant;
    public final ThreadId id;
    public final ThreadShape shape;
    public final ThreadRules rules;
    final Party createdBy;
    public final Instant createdAt;
    public String subject;
    Instant updatedAt;
    public Optional<ThreadInfo.Closing> closed = Optional.empty();
    public long revision = 1;
    public final List<StoredMessage> messages = new ArrayList<>();
    public final List<Change> log = new ArrayList<>();
    private final Map<Object, MemberState> members = new LinkedHashMap<>();
    private final IdentityKeys keys;

    public ThreadState(CreateThread command, IdentityKeys keys) {
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

    public long lastSeq() {
        return messages.size();
    }

    public Optional<StoredMessage> message(long seq) {
        return seq >= 1 && seq <= lastSeq() ? Optional.of(messages.get((int) seq - 1)) : Optional.empty();
    }

    /** Returns the row of a present or past member. */
    public Optional<MemberState> member(Party party) {
        return Optional.ofNullable(members.get(keys.party(party)));
    }

    public void add(MemberState member) {
        members.put(keys.party(member.party), member);
    }

    /** Returns all rows, also those of past members, in the order of joining. */
    public Stream<MemberState> members() {
        return members.values().stream().sorted(MemberState.BY_JOINING);
    }

    public Stream<MemberState> present() {
        return members().filter(MemberState::present);
    }

    /** Tells whether the party is the only present member. */
    public boolean alone(Party party) {
        return present().count() == 1
                && member(party).filter(MemberState::present).isPresent();
    }

    /** Returns the time of the last active message, or of the creation before the first one. */
    public Instant activityAt() {
        return messages.stream()
                .filter(StoredMessage::active)
                .reduce((first, second) -> second)
                .map(StoredMessage::createdAt)
                .orElse(createdAt);
    }

    /** Updates the time of the last change for everyone, which never moves back. */
    public void touch(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }

    /** Updates the time of the last change, unless the message is an internal note, which is no change for everyone. */
    public void touch(StoredMessage message, Instant at) {
        if (!message.internal()) {
            touch(at);
        }
    }

    public ThreadInfo info() {
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
