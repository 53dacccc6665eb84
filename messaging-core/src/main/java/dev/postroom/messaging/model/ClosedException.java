package dev.postroom.messaging.model;

/** The thread, the whole {@code Messaging}, or the host's transaction has been closed. Nothing was changed. */
public final class ClosedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** What is closed. */
    public enum What {
        /** The thread was closed and its rule refuses messages; {@code reopen} lets them in again. */
        THREAD,
        /** {@code Messaging.close()} was called, or the storage was closed. A host's transaction is still the host's to end. */
        MESSAGING,
        /** The host's transaction that the call was to take part in has ended; begin another one. */
        TRANSACTION
    }

    /** What is closed. */
    private final What what;

    /**
     * Says what is closed.
     *
     * @param what the closed thing
     */
    public ClosedException(What what) {
        super(ErrorCode.CLOSED, message(what));
        this.what = what;
    }

    private static String message(What what) {
        return switch (what) {
            case THREAD -> "the thread is closed";
            case MESSAGING -> "this Messaging is closed";
            case TRANSACTION -> "the host's transaction has ended";
        };
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
