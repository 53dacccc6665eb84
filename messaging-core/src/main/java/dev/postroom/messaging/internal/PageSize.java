package dev.postroom.messaging.internal;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.model.InvalidException;
import java.util.OptionalInt;

/** Refuses page sizes that are out of range. */
final class PageSize {

    private PageSize() {}

    static int of(OptionalInt asked, Limits limits) {
        int size = asked.orElse(limits.defaultPageSize());
        if (size < 1) {
            throw new InvalidException("size", "must be 1 to " + limits.maximumPageSize() + ", is " + size);
        }
        return atMost("size", size, limits);
    }

    static int atMost(String field, int size, Limits limits) {
        if (size > limits.maximumPageSize()) {
            throw new InvalidException(field, "must be at most " + limits.maximumPageSize() + ", is " + size);
        }
        return size;
    }
}
