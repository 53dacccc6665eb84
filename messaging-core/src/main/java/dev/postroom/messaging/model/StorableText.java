package dev.postroom.messaging.model;

/** Checks that every storage can keep a text: Unicode without NUL characters and without lone surrogates. */
public final class StorableText {

    private StorableText() {}

    /**
     * Refuses a text that some database cannot store, or would store differently.
     *
     * @param field the name of the argument in the API
     * @param value the text
     * @return the text, unchanged
     * @throws InvalidException if it has a NUL character or a lone surrogate
     */
    public static String checked(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new InvalidException(field, "must not contain NUL characters");
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new InvalidException(field, "must not contain a lone surrogate");
                }
                i++;
            }
        }
        return value;
    }
}
