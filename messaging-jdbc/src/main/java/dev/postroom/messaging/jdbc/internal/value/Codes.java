package dev.postroom.messaging.jdbc.internal.value;

import dev.postroom.messaging.event.ChangeType;
import dev.postroom.messaging.model.ClosedRule;
import dev.postroom.messaging.model.MessageKind;
import dev.postroom.messaging.model.ReplyReads;
import dev.postroom.messaging.model.ThreadShape;
import dev.postroom.messaging.model.Visibility;
import dev.postroom.messaging.spi.Claim;
import dev.postroom.messaging.spi.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers that stand for the constants of an enum in the database. Never changed; some also stand in SQL texts.
 *
 * @param <E> the enum
 */
public final class Codes<E extends Enum<E>> {

    public static final Codes<ThreadShape> SHAPE = new Codes<>(Map.of(ThreadShape.DIRECT, 1, ThreadShape.GROUP, 2));

    public static final Codes<Visibility> VISIBILITY =
            new Codes<>(Map.of(Visibility.EVERYONE, 1, Visibility.INTERNAL, 2));

    public static final Codes<MessageKind> KIND = new Codes<>(Map.of(MessageKind.NORMAL, 1, MessageKind.SYSTEM, 2));

    public static final Codes<ClosedRule> ON_CLOSED =
            new Codes<>(Map.of(ClosedRule.REJECT, 1, ClosedRule.REOPEN, 2, ClosedRule.ACCEPT, 3));

    public static final Codes<ReplyReads> REPLY_READS =
            new Codes<>(Map.of(ReplyReads.SEEN, 1, ReplyReads.EVERYTHING_BEFORE, 2, ReplyReads.NOTHING, 3));

    public static final Codes<ChangeType> CHANGE = new Codes<>(Map.ofEntries(
            Map.entry(ChangeType.THREAD_CREATED, 1),
            Map.entry(ChangeType.THREAD_RENAMED, 2),
            Map.entry(ChangeType.THREAD_CLOSED, 3),
            Map.entry(ChangeType.THREAD_REOPENED, 4),
            Map.entry(ChangeType.MESSAGE_CREATED, 10),
            Map.entry(ChangeType.MESSAGE_DELETED, 11),
            Map.entry(ChangeType.MESSAGE_HIDDEN, 12),
            Map.entry(ChangeType.MEMBER_JOINED, 20),
            Map.entry(ChangeType.MEMBER_LEFT, 21),
            Map.entry(ChangeType.READ_MOVED, 30),
            Map.entry(ChangeType.ARCHIVE_MOVED, 31),
            Map.entry(ChangeType.THREAD_DELETED, 32),
            Map.entry(ChangeType.STARRED, 40),
            Map.entry(ChangeType.UNSTARRED, 41)));

    public static final Codes<Claim.Kind> CLAIM = new Codes<>(Map.of(Claim.Kind.PAIR, 1, Claim.Kind.KEY, 2));

    /** The guards of a message to an existing thread; not stored. */
    public static final Codes<Refusal> REFUSAL = new Codes<>(Map.of(
            Refusal.MISSING, 1,
            Refusal.NOT_MEMBER, 2,
            Refusal.PAST_MEMBER, 3,
            Refusal.FORBIDDEN, 4,
            Refusal.CLOSED, 5,
            Refusal.STALE, 6,
            Refusal.BEYOND_LAST, 7,
            Refusal.QUOTED_MISSING, 8));

    private final Map<E, Integer> codes;
    private final Map<Integer, E> constants = new HashMap<>();

    private Codes(Map<E, Integer> codes) {
        this.codes = codes;
        codes.forEach((constant, code) -> constants.put(code, constant));
    }

    public int of(E constant) {
        return Objects.requireNonNull(codes.get(constant));
    }

    public E from(int code) {
        E constant = constants.get(code);
        if (constant == null) {
            throw new IllegalArgumentException("no constant has the code " + code);
        }
        return constant;
    }
}
