package dev.postroom.messaging.model;

/**
 * Thrown when a thread changed during each of three attempts, every time after the policy of the host had decided about
 * it. Nothing was changed, and the call may be repeated.
 */
public final class ContendedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param thread the thread that changed
     */
    public ContendedException(ThreadId thread) {
        super(ErrorCode.CONFLICT, "thread " + thread + " changed during each attempt of the call; repeat the call");
    }
}
