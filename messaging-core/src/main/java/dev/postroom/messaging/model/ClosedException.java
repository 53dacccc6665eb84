package dev.postroom.messaging.model;

/** The thread, or the whole {@code Messaging}, is closed. Nothing was changed. */
public final class ClosedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** What is closed. */
    public enum What {
        /** The thread was closed and its rule refuses messages; {@code reopen} lets them in again. */
        THREAD,
        /** {@code Messaging.close()} was called. */
        MESSAGING
    }

    /** What is closed. */
    private final What what;

    /**
     * Says what is closed.
     *
     * @param what the closed thing
     */
    public ClosedException(What what) {
        super(ErrorCode.CLOSED, what == What.THREAD ? "the thread is closed" : "this Messaging is closed");
        this.what = what;
    }

    /**
     * Answers what is closed.
     *
     * @return the closed thing
     */
    public What what() {
        return what;
    }
}
