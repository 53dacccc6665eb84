package dev.postroom.messaging.model;

import java.util.Locale;

/** The stable machine codes of {@link MessagingException}. New codes may be added in a minor release. */
public enum ErrorCode {
    /** The thing does not exist, or the caller may not know that it does. */
    NOT_FOUND,
    /** The caller may know of the thing but not do this to it. */
    FORBIDDEN,
    /** An argument is not acceptable as it is; see {@link InvalidException#field()}. */
    INVALID,
    /** The call contradicts what is already there, such as a reused client key with other content. */
    CONFLICT,
    /** The thread takes no messages any more, or the {@code Messaging} or the host's transaction has ended. */
    CLOSED,
    /** A limit in size or number is exceeded; see {@link TooLargeException#limit()}. */
    TOO_LARGE,
    /** The storage failed; see {@link StorageException}. */
    STORAGE;

    /**
     * Answers the code as it is written in JSON and logs, such as {@code not_found}.
     *
     * @return the lower-case form, independent of the JVM's locale
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
