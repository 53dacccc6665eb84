package dev.postroom.messaging.model;

/**
 * What the host's policy had judged changed again and again while the call ran; after three attempts it was given up.
 * Nothing was changed; calling again is safe.
 */
public final class ContendedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the thread that kept changing.
     *
     * @param thread the thread
     */
    public ContendedException(ThreadId thread) {
        super(ErrorCode.CONFLICT, "thread " + thread + " kept changing");
    }
}
