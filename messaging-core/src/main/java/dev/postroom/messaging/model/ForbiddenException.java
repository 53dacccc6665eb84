package dev.postroom.messaging.model;

/** The caller may see the thing but not do this. Nothing was changed. */
public final class ForbiddenException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** Why it was refused. */
    private final String reason;

    /**
     * Gives the reason of a refusal.
     *
     * @param reason why, in words a host may log or translate; never content of a message
     */
    public ForbiddenException(String reason) {
        super(ErrorCode.FORBIDDEN, reason);
        this.reason = reason;
    }

    /**
     * Answers why the call was refused.
     *
     * @return the reason given by the rule or by the host's policy
     */
    public String reason() {
        return reason;
    }
}
