package dev.postroom.messaging.jdbc.internal.message;

import dev.postroom.messaging.jdbc.internal.value.Codes;
import dev.postroom.messaging.jdbc.internal.value.Params;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.NewMessage;
import java.util.Map;
import java.util.regex.Pattern;

/** A new message as parameters. */
public final class MessageParams {

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    private MessageParams() {}

    public static Params add(Params params, NewMessage message) {
        flags(message.kind(), message.visibility()).forEach(params::with);
        params.with("message", message.id()).with("text", message.text()).with("sent_at", message.sentAt());
        return message.quotedSeq().isPresent()
                ? params.with("quoted_seq", message.quotedSeq().getAsLong())
                : params.with("quoted_seq", null);
    }

    /**
     * A text for messages of one kind and visibility: what follows from these stands in it. There are four of each text
     * then, and a planner sees what is always so.
     */
    static String fixed(String text, MessageKind kind, Visibility visibility) {
        Map<String, Object> flags = flags(kind, visibility);
        return PARAMETER.matcher(text).replaceAll(found -> {
            Object flag = flags.get(found.group(1));
            return flag == null ? found.group() : flag.toString();
        });
    }

    private static Map<String, Object> flags(MessageKind kind, Visibility visibility) {
        boolean forAll = visibility == Visibility.EVERYONE;
        int counts = kind.countable() ? 1 : 0;
        return Map.of(
                "kind", Codes.KIND.of(kind),
                "visibility", Codes.VISIBILITY.of(visibility),
                "for_all", forAll,
                "countable", kind.countable(),
                "active", kind.active(),
                "step", kind.active() ? 1 : 0,
                "previewable", kind.previewable(),
                "count_all", forAll ? counts : 0,
                "count_notes", forAll ? 0 : counts);
    }
}
