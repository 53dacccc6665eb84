package dev.postroom.messaging.internal;

import dev.postroom.messaging.Limits;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorableText;
import dev.postroom.messaging.model.TooLargeException;
import java.util.Objects;

/** What texts and subjects may look like. */
final class Texts {

    private Texts() {}

    static String text(String text, Limits limits) {
        if (text.length() > limits.textLength()) {
            throw new TooLargeException("text", limits.textLength(), text.length());
        }
        if (text.isBlank()) {
            throw new InvalidException("text", "must not be blank");
        }
        return StorableText.checked("text", text);
    }

    static String subject(String field, String subject, Limits limits) {
        Objects.requireNonNull(subject, field);
        if (subject.length() > limits.subjectLength()) {
            throw new TooLargeException(field, limits.subjectLength(), subject.length());
        }
        return StorableText.checked(field, subject);
    }
}
