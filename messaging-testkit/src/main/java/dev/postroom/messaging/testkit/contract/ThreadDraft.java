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

/** Builds a thread and creates it. By default it is a group whose only member is its starter. */
public final class ThreadDraft {

    private final StorageClient client;
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

    ThreadDraft(StorageClient client, Party starter) {
        this.client = client;
        this.starter = starter;
        this.actor = starter;
        this.id = client.newThreadId();
    }

    /**
     * Sets the id.
     *
     * @param theId the id
     * @return this draft
     */
    public ThreadDraft id(ThreadId theId) {
        id = theId;
        return this;
    }

    /**
     * Adds members.
     *
     * @param parties the parties
     * @return this draft
     */
    public ThreadDraft with(Party... parties) {
        return with(Rights.MEMBER, parties);
    }

    /**
     * Adds members with these rights.
     *
     * @param rights the rights
     * @param parties the parties
     * @return this draft
     */
    public ThreadDraft with(Rights rights, Party... parties) {
        for (Party party : parties) {
            others.add(new NewMember(party, rights, NewMember.History.FULL));
        }
        return this;
    }

    /**
     * Makes the thread the direct thread of its starter and another party.
     *
     * @param other the other party
     * @return this draft
     */
    public ThreadDraft directWith(Party other) {
        shape = ThreadShape.DIRECT;
        starterRights = Rights.MEMBER;
        pair = Optional.of(Claim.pair(starter, other));
        return other.equals(starter) ? this : with(other);
    }

    /**
     * Sets the rights of the starter.
     *
     * @param rights the rights
     * @return this draft
     */
    public ThreadDraft starterRights(Rights rights) {
        starterRights = rights;
        return this;
    }

    /**
     * Sets the rules.
     *
     * @param theRules the rules
     * @return this draft
     */
    public ThreadDraft rules(ThreadRules theRules) {
        rules = theRules;
        return this;
    }

    /**
     * Sets the subject.
     *
     * @param theSubject the subject
     * @return this draft
     */
    public ThreadDraft subject(String theSubject) {
        subject = theSubject;
        return this;
    }

    /**
     * Adds a first message for everyone.
     *
     * @param text the text
     * @return this draft
     */
    public ThreadDraft says(String text) {
        return says(MessageKind.NORMAL, Visibility.EVERYONE, text);
    }

    /**
     * Adds a first message.
     *
     * @param kind the kind of message
     * @param visibility the visibility
     * @param text the text
     * @return this draft
     */
    public ThreadDraft says(MessageKind kind, Visibility visibility, String text) {
        return says(
                new NewMessage(client.newMessageId(), kind, visibility, text, OptionalLong.empty(), client.latest()));
    }

    /**
     * Adds this first message.
     *
     * @param message the message
     * @return this draft
     */
    public ThreadDraft says(NewMessage message) {
        first = Optional.of(message);
        return this;
    }

    /**
     * Sets the client key of the first message.
     *
     * @param name the key
     * @param fingerprint the fingerprint of the request
     * @return this draft
     */
    public ThreadDraft key(String name, String fingerprint) {
        key = Optional.of(new KeyClaim(Claim.key(starter, ClientKey.of(name)), fingerprint));
        return this;
    }

    /**
     * Sets the time of the call.
     *
     * @param time the time
     * @return this draft
     */
    public ThreadDraft at(Instant time) {
        at = Optional.of(time);
        return this;
    }

    /**
     * Sets the party that creates the thread on behalf of the starter.
     *
     * @param theActor the party that acts on its behalf
     * @return this draft
     */
    public ThreadDraft actor(Party theActor) {
        actor = theActor;
        return this;
    }

    /**
     * Returns the id of the thread.
     *
     * @return the id
     */
    public ThreadId id() {
        return id;
    }

    /**
     * Returns the id of the first message.
     *
     * @return the id
     */
    public MessageId firstId() {
        return first.orElseThrow().id();
    }

    /**
     * Creates the thread.
     *
     * @return the outcome
     */
    public CreateOutcome create() {
        List<NewMember> members = new ArrayList<>();
        members.add(new NewMember(starter, starterRights, NewMember.History.FULL));
        members.addAll(others);
        CreateThread command = new CreateThread(
                client.as(starter, actor),
                id,
                shape,
                subject,
                rules,
                members,
                first,
                pair,
                key,
                at.orElseGet(client::now));
        return client.storage().threads().create(command);
    }

    /**
     * Creates the thread, and fails if it is not created.
     *
     * @return the thread
     */
    public ThreadClient created() {
        CreateOutcome outcome = create();
        if (outcome instanceof CreateOutcome.Created || outcome instanceof SendOutcome.Stored) {
            return client.thread(id);
        }
        throw new AssertionError("a new thread should have been created, but the answer was " + outcome);
    }
}
