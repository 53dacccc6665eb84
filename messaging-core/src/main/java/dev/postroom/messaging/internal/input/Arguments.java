package dev.postroom.messaging.internal.input;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.Party;
import dev.postroom.messaging.model.Position;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that are null, empty or out of range, with the name of the argument. */
public final class Arguments {

    private Arguments() {}

    /**
     * Refuses null.
     *
     * @param field the name of the argument
     * @param value the argument
     * @param <T> the type of the argument
     * @return the argument
     * @throws InvalidException if it is null
     */
    public static <T> T arg(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidException(field, "must not be null");
        }
        return value;
    }

    /**
     * Refuses an empty collection and null elements, and removes duplicates.
     *
     * @param field the name of the argument
     * @param parties the argument
     * @return the parties in the given order, each once
     * @throws InvalidException if there is no party, or one is null
     */
    public static List<Party> parties(String field, @Nullable Collection<? extends Party> parties) {
        Set<Party> set = new LinkedHashSet<>();
        for (Party party : arg(field, parties)) {
            set.add(arg(field, party));
        }
        if (set.isEmpty()) {
            throw new InvalidException(field, "must not be empty");
        }
        return List.copyOf(set);
    }

    /**
     * Refuses a position before the first message.
     *
     * @param position the position
     * @return the position
     * @throws InvalidException if its seq is below 1
     */
    public static Position atLeastFirst(Position position) {
        if (position.seq() < 1) {
            throw new InvalidException("seq", "must be at least 1, is " + position.seq());
        }
        return position;
    }
}
