package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/** Checks the identifiers that the host chooses. */
final class Identifiers {

    private Identifiers() {}

    /**
     * Returns the value unchanged, or refuses it if it is blank, has more than {@code limit} characters, or cannot be
     * stored.
     */
    static String checked(String field, @Nullable String value, int limit) {
        if (value == null) {
            throw new InvalidException(field, "must not be null");
        }
        if (value.isBlank()) {
            throw new InvalidException(field, "must not be blank");
        }
        if (value.length() > limit) {
            throw new InvalidException(field, "must have at most " + limit + " characters, has " + value.length());
        }
        return StorableText.checked(field, value);
    }
}
