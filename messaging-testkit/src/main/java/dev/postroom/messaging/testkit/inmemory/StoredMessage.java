package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.model.Message;
import dev.postroom.messaging.model.MessageId;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.NewMessage;
import java.time.Instant;

/**
 * A message with the three answers that its kind gave when it was stored.
 *
 * @param message the message
 * @param countable whether it can be unread
 * @param active whether it moved its thread
 * @param previewable whether it can be shown as the last one
 */
record StoredMessage(Message message, boolean countable, boolean active, boolean previewable) {

    static StoredMessage of(NewMessage given, Party author, Position position, Instant createdAt) {
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

    /** What is left when it is deleted for everyone. */
    StoredMessage tombstone() {
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

    MessageId id() {
        return message.id();
    }

    long seq() {
        return message.seq();
    }

    Instant createdAt() {
        return message.createdAt();
    }

    boolean deleted() {
        return message.deleted();
    }

    boolean internal() {
        return message.visibility() == Visibility.INTERNAL;
    }

    boolean by(Party party) {
        return message.author().equals(party);
    }
}
