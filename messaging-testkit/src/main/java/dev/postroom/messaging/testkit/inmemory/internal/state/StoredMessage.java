package dev.postroom.messaging.testkit.inmemory.internal.state;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.NewMessage;
import java.time.Instant;

/**
 * A message with three properties that its kind had when it was stored.
 *
 * @param message the message
 * @param countable whether it can be unread
 * @param active whether it moved its thread
 * @param previewable whether it can be shown as the last one
 */
public record StoredMessage(Message message, boolean countable, boolean active, boolean previewable) {

    public static StoredMessage of(NewMessage given, Party author, Position position, Instant createdAt) {
        Message message = new Message(
                given.id(),
                position,
                author,
                given.kind(),
                given.visibility(),
                given.text(),
                given.quotedSeq(),
                given.sentAt(),
                createdAt,
                false);
        return new StoredMessage(
                message,
                given.kind().countable(),
                given.kind().active(),
                given.kind().previewable());
    }

    /** Returns the message as it is after it was deleted for everyone. */
    public StoredMessage tombstone() {
        Message left = new Message(
                message.id(),
                message.position(),
                message.author(),
                message.kind(),
                message.visibility(),
                "",
                message.quotedSeq(),
                message.sentAt(),
                message.createdAt(),
                true);
        return new StoredMessage(left, countable, active, previewable);
    }

    public MessageId id() {
        return message.id();
    }

    public long seq() {
        return message.seq();
    }

    public Instant createdAt() {
        return message.createdAt();
    }

    public boolean deleted() {
        return message.deleted();
    }

    public boolean internal() {
        return message.visibility() == Visibility.INTERNAL;
    }

    public boolean by(Party party) {
        return message.author().equals(party);
    }
}
