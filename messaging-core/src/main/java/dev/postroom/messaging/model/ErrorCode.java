package dev.postroom.messaging.model;

import java.util.Locale;

/** The stable machine codes of {@link MessagingException}. A minor release may add more constants. */
public enum ErrorCode {
    /** The thread or message does not exist, or the caller must not see it. */
    NOT_FOUND,
    /** The caller may see the thread or message, but must not do this with it. */
    FORBIDDEN,
    /** An argument is not acceptable; see {@link InvalidException#field()}. */
    INVALID,
    /** The call contradicts what is stored, for example by a client key that was used with other content. */
    CONFLICT,
    /** The thread takes no more messages, or the {@code Messaging} or the transaction of the host has ended. */
    CLOSED,
    /** A size or number exceeds a limit; see {@link TooLargeException#limit()}. */
    TOO_LARGE,
    /** The storage failed; see {@link StorageException}. */
    STORAGE;

    /**
     * Returns the code for JSON and logs, such as {@code not_found}.
     *
     * @return the name in lower case, independent of the locale of the JVM
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
