package dev.postroom.messaging.internal.input;

import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.StorableText;
import dev.postroom.messaging.model.TooLargeException;
import java.util.Objects;

/** Refuses texts and subjects that cannot be stored. */
public final class Texts {

    private Texts() {}

    /**
     * Checks the text of a message.
     *
     * @param text the text
     * @param maximum the maximum length in UTF-16 code units
     * @return the text
     * @throws TooLargeException if it is longer
     * @throws InvalidException if it is blank, or has characters that cannot be stored
     */
    public static String text(String text, int maximum) {
        if (text.length() > maximum) {
            throw new TooLargeException("text", maximum, text.length());
        }
        if (text.isBlank()) {
            throw new InvalidException("text", "must not be blank");
        }
        return StorableText.checked("text", text);
    }

    /**
     * Checks a subject.
     *
     * @param field the name of the argument
     * @param subject the subject, which may be empty
     * @param maximum the maximum length in UTF-16 code units
     * @return the subject
     * @throws TooLargeException if it is longer
     * @throws InvalidException if it has characters that cannot be stored
     */
    public static String subject(String field, String subject, int maximum) {
        Objects.requireNonNull(subject, field);
        if (subject.length() > maximum) {
            throw new TooLargeException(field, maximum, subject.length());
        }
        return StorableText.checked(field, subject);
    }
}
