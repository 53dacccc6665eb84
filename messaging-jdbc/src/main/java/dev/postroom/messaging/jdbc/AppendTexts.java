package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.AppendMessage;
import dev.postroom.messaging.spi.NewMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The scripts that store a message in an existing thread. */
final class AppendTexts {

    private final Dialect dialect;
    private final UnaryOperator<String> sent;
    private final Map<Appended, Optional<String>> usual = new ConcurrentHashMap<>();
    private final Map<Appended, String> whole = new ConcurrentHashMap<>();
    private volatile boolean repliesRead;

    AppendTexts(Dialect dialect, UnaryOperator<String> sent) {
        this.dialect = dialect;
        this.sent = sent;
    }

    /** For a message to which nothing unusual happens, if there is such a script. */
    Optional<String> usual(AppendMessage command) {
        return usual.computeIfAbsent(
                Appended.of(command, command.seenSeq().isPresent() || repliesRead),
                what -> dialect.appendUsual(what.keyed(), what.quoting(), what.reading())
                        .map(text -> sent(text, what)));
    }

    /** For any message. */
    String whole(AppendMessage command) {
        return whole.computeIfAbsent(
                Appended.of(command, true), what -> sent(dialect.append(what.keyed(), what.quoting()), what));
    }

    /** Says that there are threads in which a reply moves the author's read position without being asked to. */
    void repliesRead() {
        repliesRead = true;
    }

    private String sent(String text, Appended what) {
        return sent.apply(MessageParams.fixed(text, what.kind(), what.visibility()));
    }

    private record Appended(boolean keyed, boolean quoting, boolean reading, MessageKind kind, Visibility visibility) {

        static Appended of(AppendMessage command, boolean reading) {
            NewMessage message = command.message();
            return new Appended(
                    command.key().isPresent(),
                    message.quotedSeq().isPresent(),
                    reading,
                    message.kind(),
                    message.visibility());
        }
    }
}
