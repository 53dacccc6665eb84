package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.NewMessage;

/** A new message as parameters. */
final class MessageParams {

    private MessageParams() {}

    static Params add(Params params, NewMessage message) {
        boolean forAll = message.visibility() == Visibility.EVERYONE;
        int counts = message.kind().countable() ? 1 : 0;
        params.with("message", message.id())
                .with("kind", Codes.KIND.of(message.kind()))
                .with("visibility", Codes.VISIBILITY.of(message.visibility()))
                .with("for_all", forAll)
                .with("countable", message.kind().countable())
                .with("active", message.kind().active())
                .with("previewable", message.kind().previewable())
                .with("count_e", forAll ? counts : 0)
                .with("count_i", forAll ? 0 : counts)
                .with("text", message.text())
                .with("sent_at", message.sentAt());
        return message.quotedSeq().isPresent()
                ? params.with("quoted_seq", message.quotedSeq().getAsLong())
                : params.with("quoted_seq", null);
    }
}
