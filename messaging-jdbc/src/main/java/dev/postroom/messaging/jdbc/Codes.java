package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers that stand for the constants of an enum in the database. Never changed; some also stand in SQL texts.
 *
 * @param <E> the enum
 */
final class Codes<E extends Enum<E>> {

    static final Codes<ThreadShape> SHAPE = new Codes<>(Map.of(ThreadShape.DIRECT, 1, ThreadShape.GROUP, 2));

    static final Codes<Visibility> VISIBILITY = new Codes<>(Map.of(Visibility.EVERYONE, 1, Visibility.INTERNAL, 2));

    static final Codes<MessageKind> KIND = new Codes<>(Map.of(MessageKind.NORMAL, 1, MessageKind.SYSTEM, 2));

    static final Codes<ClosedRule> ON_CLOSED =
            new Codes<>(Map.of(ClosedRule.REJECT, 1, ClosedRule.REOPEN, 2, ClosedRule.ACCEPT, 3));

    static final Codes<ReplyReads> REPLY_READS =
            new Codes<>(Map.of(ReplyReads.SEEN, 1, ReplyReads.EVERYTHING_BEFORE, 2, ReplyReads.NOTHING, 3));

    private final Map<E, Integer> codes;
    private final Map<Integer, E> constants = new HashMap<>();

    private Codes(Map<E, Integer> codes) {
        this.codes = codes;
        codes.forEach((constant, code) -> constants.put(code, constant));
    }

    int of(E constant) {
        return Objects.requireNonNull(codes.get(constant));
    }

    E from(int code) {
        E constant = constants.get(code);
        if (constant == null) {
            throw new IllegalArgumentException("no constant has the code " + code);
        }
        return constant;
    }
}
