package dev.postroom.messaging.model;

/**
 * A thread or message does not exist, or the caller may not see it: the two are not told apart, so that nobody learns
 * of a conversation by guessing ids. Nothing was changed.
 */
public final class NotFoundException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /**
     * Names what was looked for.
     *
     * @param what the kind of thing and its id, such as {@code thread 0190…}
     */
    public NotFoundException(String what) {
        super(ErrorCode.NOT_FOUND, what + " not found");
    }
}
