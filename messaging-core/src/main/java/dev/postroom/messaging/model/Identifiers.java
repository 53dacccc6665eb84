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
        return checkedUnicode(field, value);
    }

    /** Refuses what some database cannot store: NUL characters and surrogates without their other half. */
    static String checkedUnicode(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new InvalidException(field, "must not contain NUL characters");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new InvalidException(field, "must not contain a lone surrogate");
            }
        }
        return value;
    }
}
