package dev.postroom.messaging.model;

import org.jspecify.annotations.Nullable;

/**
 * Every refusal and failure of the library. Unchecked; {@link #code()} is stable, the message is for people and may
 * change. No exception carries the text of a message or a subject.
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
     * Answers the stable machine code of this error.
     *
     * @return the code
     */
    public final ErrorCode code() {
        return code;
    }
}
