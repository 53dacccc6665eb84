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
public final class ThreadDraft {

    private final TestTenant testTenant;
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

    public ThreadDraft(TestTenant testTenant, Party starter) {
        this.testTenant = testTenant;
        this.starter = starter;
        this.actor = starter;
        this.id = testTenant.newThreadId();
    }

    public ThreadDraft id(ThreadId theId) {
        id = theId;
        return this;
    }

    public ThreadDraft with(Party... parties) {
        return with(Rights.MEMBER, parties);
    }

    public ThreadDraft with(Rights rights, Party... parties) {
        for (Party party : parties) {
            others.add(new NewMember(party, rights, NewMember.History.FULL));
        }
        return this;
    }

    public ThreadDraft directWith(Party other) {
        shape = ThreadShape.DIRECT;
        starterRights = Rights.MEMBER;
        pair = Optional.of(Claim.pair(starter, other));
        return other.equals(starter) ? this : with(other);
    }

    public ThreadDraft starterRights(Rights rights) {
        starterRights = rights;
        return this;
    }

    public ThreadDraft rules(ThreadRules theRules) {
        rules = theRules;
        return this;
    }

    public ThreadDraft subject(String theSubject) {
        subject = theSubject;
        return this;
    }

    public ThreadDraft says(String text) {
        return says(MessageKind.NORMAL, Visibility.EVERYONE, text);
    }

    public ThreadDraft says(MessageKind kind, Visibility visibility, String text) {
        return says(new NewMessage(
                testTenant.newMessageId(), kind, visibility, text, OptionalLong.empty(), testTenant.latest()));
    }

    public ThreadDraft says(NewMessage message) {
        first = Optional.of(message);
        return this;
    }

    public ThreadDraft key(String name, String fingerprint) {
        key = Optional.of(new KeyClaim(Claim.key(starter, ClientKey.of(name)), fingerprint));
        return this;
    }

    public ThreadDraft at(Instant time) {
        at = Optional.of(time);
        return this;
    }

    public ThreadDraft actor(Party theActor) {
        actor = theActor;
        return this;
    }

    public ThreadId id() {
        return id;
    }

    public MessageId firstId() {
        return first.orElseThrow().id();
    }

    public CreateOutcome create() {
        List<NewMember> members = new ArrayList<>();
        members.add(new NewMember(starter, starterRights, NewMember.History.FULL));
        members.addAll(others);
        CreateThread command = new CreateThread(
                testTenant.as(starter, actor),
                id,
                shape,
                subject,
                rules,
                members,
                first,
                pair,
                key,
                at.orElseGet(testTenant::now));
        return testTenant.storage().threads().create(command);
    }

    /** Creates the thread, which must succeed. */
    public TestThread testThread() {
        CreateOutcome outcome = create();
        if (outcome instanceof CreateOutcome.Created || outcome instanceof SendOutcome.Stored) {
            return testTenant.testThread(id);
        }
        throw new AssertionError("a new thread should have been created, but the answer was " + outcome);
    }
}
