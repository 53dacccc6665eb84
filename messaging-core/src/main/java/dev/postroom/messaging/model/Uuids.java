package dev.postroom.messaging.model;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads UUIDs strictly. {@link UUID#fromString} alone accepts shortened groups such as {@code 1-1-1-1-1}. */
final class Uuids {

    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    static UUID parse(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidException(field, "must not be null");
        }
        try {
            UUID uuid = text.length() == TEXT_LENGTH ? UUID.fromString(text) : null;
            if (uuid != null && uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidException(field, "must be a UUID of 36 characters");
        }
        throw new InvalidException(field, "must be a UUID of 36 characters");
    }
}
