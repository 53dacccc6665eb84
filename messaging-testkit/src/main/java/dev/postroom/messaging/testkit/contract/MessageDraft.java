package dev.postroom.messaging.testkit.contract;

import dev.postroom.messaging.model.ClientKey;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.KeyClaim;
import dev.postroom.messaging.spi.NewMessage;
import dev.postroom.messaging.spi.SendOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds a message and sends it. By default it is a normal message for everyone. */
public final class MessageDraft {

    private final StorageClient client;
    private final ThreadId thread;
    private final Party author;
    private MessageId id;
    private Party actor;
    private MessageKind kind = MessageKind.NORMAL;
    private Visibility visibility = Visibility.EVERYONE;
    private String text = "some words";
    private OptionalLong quoted = OptionalLong.empty();
    private OptionalLong seen = OptionalLong.empty();
    private OptionalLong revision = OptionalLong.empty();
    private Optional<KeyClaim> key = Optional.empty();
    private Optional<Instant> at = Optional.empty();
    private Optional<Instant> sentAt = Optional.empty();

    MessageDraft(StorageClient client, ThreadId thread, Party author) {
        this.client = client;
        this.thread = thread;
        this.author = author;
        this.actor = author;
        this.id = client.newMessageId();
    }

    /**
     * Sets the id.
     *
     * @param theId the id
     * @return this draft
     */
    public MessageDraft id(MessageId theId) {
        id = theId;
        return this;
    }

    /**
     * Sets the text.
     *
     * @param theText the text
     * @return this draft
     */
    public MessageDraft text(String theText) {
        text = theText;
        return this;
    }

    /**
     * Makes the message an internal note.
     *
     * @return this draft
     */
    public MessageDraft internal() {
        visibility = Visibility.INTERNAL;
        return this;
    }

    /**
     * Makes the message a system message.
     *
     * @return this draft
     */
    public MessageDraft system() {
        kind = MessageKind.SYSTEM;
        return this;
    }

    /**
     * Sets the message that this one quotes.
     *
     * @param seq the seq of the quoted message
     * @return this draft
     */
    public MessageDraft quoting(long seq) {
        quoted = OptionalLong.of(seq);
        return this;
    }

    /**
     * Sets how far the author has seen the thread.
     *
     * @param seq the last seq that the author has seen
     * @return this draft
     */
    public MessageDraft seen(long seq) {
        seen = OptionalLong.of(seq);
        return this;
    }

    /**
     * Sets the revision that the send expects.
     *
     * @param expected the expected revision
     * @return this draft
     */
    public MessageDraft revision(long expected) {
        revision = OptionalLong.of(expected);
        return this;
    }

    /**
     * Sets the client key.
     *
     * @param name the key
     * @param fingerprint the fingerprint of the request
     * @return this draft
     */
    public MessageDraft key(String name, String fingerprint) {
        key = Optional.of(new KeyClaim(Claim.key(author, ClientKey.of(name)), fingerprint));
        return this;
    }

    /**
     * Sets the time of the call.
     *
     * @param time the time
     * @return this draft
     */
    public MessageDraft at(Instant time) {
        at = Optional.of(time);
        return this;
    }

    /**
     * Sets the time at which the author sent the message.
     *
     * @param time the time
     * @return this draft
     */
    public MessageDraft sentAt(Instant time) {
        sentAt = Optional.of(time);
        return this;
    }

    /**
     * Sets the party that sends the message on behalf of the author.
     *
     * @param theActor the party that acts on its behalf
     * @return this draft
     */
    public MessageDraft actor(Party theActor) {
        actor = theActor;
        return this;
    }

    /**
     * Returns the id of the message.
     *
     * @return the id
     */
    public MessageId id() {
        return id;
    }

    /**
     * Sends the message.
     *
     * @return the outcome
     */
    public SendOutcome send() {
        Instant now = at.orElseGet(client::now);
        NewMessage message = new NewMessage(id, kind, visibility, text, quoted, sentAt.orElse(now));
        return client.storage()
                .messages()
                .append(new AppendMessage(client.as(author, actor), thread, message, key, seen, revision, now));
    }

    /**
     * Sends the message, and fails if it is not stored.
     *
     * @return the outcome
     */
    public SendOutcome.Stored stored() {
        SendOutcome outcome = send();
        if (outcome instanceof SendOutcome.Stored stored) {
            return stored;
        }
        throw new AssertionError("the message should have been stored, but the answer was " + outcome);
    }
}
