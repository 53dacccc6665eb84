package dev.postroom.messaging.internal.input;

import dev.postroom.messaging.model.InvalidException;
import java.util.OptionalInt;

/** Refuses page sizes that are out of range. */
public final class PageSize {

    private PageSize() {}

    /**
     * Returns the size of a page.
     *
     * @param asked the size that the host asked for; empty for the default size
     * @param defaultSize the size of a page if the host asked for none
     * @param maximum the maximum size
     * @return the size
     * @throws InvalidException if the size is not from 1 to {@code maximum}
     */
    public static int of(OptionalInt asked, int defaultSize, int maximum) {
        int size = asked.orElse(defaultSize);
        if (size < 1) {
            throw new InvalidException("size", "must be 1 to " + maximum + ", is " + size);
        }
        return atMost("size", size, maximum);
    }

    /**
     * Refuses a size that is too great.
     *
     * @param field the name of the argument
     * @param size the size
     * @param maximum the maximum size
     * @return the size
     * @throws InvalidException if the size is above {@code maximum}
     */
    public static int atMost(String field, int size, int maximum) {
        if (size > maximum) {
            throw new InvalidException(field, "must be at most " + maximum + ", is " + size);
        }
        return size;
    }
}
