package dev.postroom.messaging.testkit.contract;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Rights;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.ThreadRules;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.CreateOutcome;
import dev.postroom.messaging.spi.CreateThread;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.NewMember;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A thread about to be created: a group of its starter alone, unless told otherwise. */
final class ThreadDraft {

    private final World world;
    private final Party starter;
    private ThreadId id;
    private final List<NewMember> others = new ArrayList<>();
    private Party actor;
    private Rights starterRights = Rights.MANAGER;
    private ThreadShape shape = ThreadShape.GROUP;
    private Optional<Claim> pair = Optional.empty();
    private ThreadRules rules = ThreadRules.DEFAULT;
    private String subject = "";
    private Optional<NewMessage> first = Optional.empty();
    private Optional<KeyClaim> key = Optional.empty();
    private Optional<Instant> at = Optional.empty();

    ThreadDraft(World world, Party starter) {
        this.world = world;
        this.starter = starter;
        this.actor = starter;
        this.id = world.newThreadId();
    }

    ThreadDraft id(ThreadId theId) {
        id = theId;
        return this;
    }

    ThreadDraft with(Party... parties) {
        return with(Rights.MEMBER, parties);
    }

    ThreadDraft with(Rights rights, Party... parties) {
        for (Party party : parties) {
            others.add(new NewMember(party, rights, NewMember.History.FULL));
        }
        return this;
    }

    ThreadDraft directWith(Party other) {
        shape = ThreadShape.DIRECT;
        starterRights = Rights.MEMBER;
        pair = Optional.of(Claim.pair(starter, other));
        return other.equals(starter) ? this : with(other);
    }

    ThreadDraft starterRights(Rights rights) {
        starterRights = rights;
        return this;
    }

    ThreadDraft rules(ThreadRules theRules) {
        rules = theRules;
        return this;
    }

    ThreadDraft subject(String theSubject) {
        subject = theSubject;
        return this;
    }

    ThreadDraft says(String text) {
        return says(MessageKind.NORMAL, Visibility.EVERYONE, text);
    }

    ThreadDraft says(MessageKind kind, Visibility visibility, String text) {
        return says(new NewMessage(world.newMessageId(), kind, visibility, text, OptionalLong.empty(), world.latest()));
    }

    ThreadDraft says(NewMessage message) {
        first = Optional.of(message);
        return this;
    }

    ThreadDraft key(String name, String fingerprint) {
        key = Optional.of(new KeyClaim(Claim.key(starter, ClientKey.of(name)), fingerprint));
        return this;
    }

    ThreadDraft at(Instant time) {
        at = Optional.of(time);
        return this;
    }

    ThreadDraft actor(Party theActor) {
        actor = theActor;
        return this;
    }

    ThreadId id() {
        return id;
    }

    MessageId firstId() {
        return first.orElseThrow().id();
    }

    CreateOutcome create() {
        List<NewMember> members = new ArrayList<>();
        members.add(new NewMember(starter, starterRights, NewMember.History.FULL));
        members.addAll(others);
        CreateThread command = new CreateThread(
                world.as(starter, actor),
                id,
                shape,
                subject,
                rules,
                members,
                first,
                pair,
                key,
                at.orElseGet(world::now));
        return world.storage().threads().create(command);
    }

    /** Creates the thread, which must succeed. */
    Talk talk() {
        CreateOutcome outcome = create();
        if (outcome instanceof CreateOutcome.Created || outcome instanceof SendOutcome.Stored) {
            return world.talk(id);
        }
        throw new AssertionError("a new thread should have been created, but the answer was " + outcome);
    }
}
