package dev.postroom.messaging.model;

/** Thrown when the caller may see the thread or message, but must not do this with it. Nothing was changed. */
public final class ForbiddenException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The reason of the refusal. */
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param reason the reason, which a host may log or translate, without the content of messages
     */
    public ForbiddenException(String reason) {
        super(ErrorCode.FORBIDDEN, reason);
        this.reason = reason;
    }

    /**
     * Returns the reason of the refusal.
     *
     * @return the reason that the library or the policy of the host gave
     */
    public String reason() {
        return reason;
    }
}
