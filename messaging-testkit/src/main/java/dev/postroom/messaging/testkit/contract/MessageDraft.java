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

/**
 * Builds a message and sends it. By default it is a normal message for everyone.
 */
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

    public MessageDraft(StorageClient client, ThreadId thread, Party author) {
        this.client = client;
        this.thread = thread;
        this.author = author;
        this.actor = author;
        this.id = client.newMessageId();
    }

    public MessageDraft id(MessageId theId) {
        id = theId;
        return this;
    }

    public MessageDraft text(String theText) {
        text = theText;
        return this;
    }

    public MessageDraft internal() {
        visibility = Visibility.INTERNAL;
        return this;
    }

    public MessageDraft system() {
        kind = MessageKind.SYSTEM;
        return this;
    }

    public MessageDraft quoting(long seq) {
        quoted = OptionalLong.of(seq);
        return this;
    }

    public MessageDraft seen(long seq) {
        seen = OptionalLong.of(seq);
        return this;
    }

    public MessageDraft revision(long expected) {
        revision = OptionalLong.of(expected);
        return this;
    }

    public MessageDraft key(String name, String fingerprint) {
        key = Optional.of(new KeyClaim(Claim.key(author, ClientKey.of(name)), fingerprint));
        return this;
    }

    public MessageDraft at(Instant time) {
        at = Optional.of(time);
        return this;
    }

    public MessageDraft sentAt(Instant time) {
        sentAt = Optional.of(time);
        return this;
    }

    public MessageDraft actor(Party theActor) {
        actor = theActor;
        return this;
    }

    public MessageId id() {
        return id;
    }

    public SendOutcome send() {
        Instant now = at.orElseGet(client::now);
        NewMessage message = new NewMessage(id, kind, visibility, text, quoted, sentAt.orElse(now));
        return client.storage()
                .messages()
                .append(new AppendMessage(client.as(author, actor), thread, message, key, seen, revision, now));
    }

    /** Sends the message, and fails if it is not stored. */
    public SendOutcome.Stored stored() {
        SendOutcome outcome = send();
        if (outcome instanceof SendOutcome.Stored stored) {
            return stored;
        }
        throw new AssertionError("the message should have been stored, but the answer was " + outcome);
    }
}
