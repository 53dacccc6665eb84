package dev.postroom.messaging.model;

/**
 * Thrown when a thread or message does not exist, or the caller must not see it. The exception does not tell these two
 * apart, so nobody can find conversations by guessing ids. Nothing was changed.
 */
public final class NotFoundException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param what the kind and the id of the missing thing, such as {@code thread 0190…}
     */
    public NotFoundException(String what) {
        super(ErrorCode.NOT_FOUND, what + " not found");
    }
}
