package dev.postroom.messaging.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a list.
 *
 * @param <T> the type of the items
 * @param items the items, in the order of the query
 * @param next the cursor of the next page; empty at the end of the list
 * @param total the number of items in the whole list; empty unless the query asked for it
 */
public record Page<T>(List<T> items, Optional<Cursor> next, OptionalLong total) {

    /** Checks that no value is null, and copies the items. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(total, "total");
    }

    /**
     * Returns whether there is another page.
     *
     * @return true if {@link #next()} is not empty
     */
    public boolean hasMore() {
        return next.isPresent();
    }
}
