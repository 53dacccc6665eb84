package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/** The one place that says what an identifier of the host's may look like. */
final class Identifiers {

    private Identifiers() {}

    /** Answers the value as it is, or refuses it: 1 to {@code limit} characters, not blank, storable everywhere. */
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
