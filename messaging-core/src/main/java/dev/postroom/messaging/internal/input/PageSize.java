package dev.postroom.messaging.internal.input;

import dev.postroom.messaging.model.InvalidException;
import java.util.OptionalInt;

/** Refuses page sizes that are out of range. */
public final class PageSize {

    private PageSize() {}

    /**
     * Returns the size of a page.
     *
     * @param asked the size that the host asked for; empty for the usual one
     * @param usual the size of a page if the host asked for none
     * @param most the greatest size
     * @return the size
     * @throws InvalidException if the size is not from 1 to {@code most}
     */
    public static int of(OptionalInt asked, int usual, int most) {
        int size = asked.orElse(usual);
        if (size < 1) {
            throw new InvalidException("size", "must be 1 to " + most + ", is " + size);
        }
        return atMost("size", size, most);
    }

    /**
     * Refuses a size that is too great.
     *
     * @param field the name of the argument
     * @param size the size
     * @param most the greatest size
     * @return the size
     * @throws InvalidException if the size is above {@code most}
     */
    public static int atMost(String field, int size, int most) {
        if (size > most) {
            throw new InvalidException(field, "must be at most " + most + ", is " + size);
        }
        return size;
    }
}
