package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/**
 * The superclass of all exceptions of the library. They are unchecked. {@link #code()} is stable; the message is for
 * people and may change. No exception contains a subject or the text of a message.
 */
public abstract class MessagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The stable machine code. */
    private final ErrorCode code;

    MessagingException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    MessagingException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /**
     * Returns the stable machine code of this exception.
     *
     * @return the code
     */
    public final ErrorCode code() {
        return code;
    }
}
