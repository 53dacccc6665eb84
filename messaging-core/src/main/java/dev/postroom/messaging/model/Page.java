package dev.postroom.messaging.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a list.
 *
 * @param <T> what is listed
 * @param items the items, in the query's order
 * @param next where the rest begins; empty at the end
 * @param total how many there are in all, if the query asked for it
 */
public record Page<T>(List<T> items, Optional<Cursor> next, OptionalLong total) {

    /** Checks that everything is there, and copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(total, "total");
    }

    /**
     * Answers whether there is more.
     *
     * @return true if {@link #next()} is there
     */
    public boolean hasMore() {
        return next.isPresent();
    }
}
