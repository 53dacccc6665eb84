package dev.postroom.messaging.model;

/** Thrown when the thread, the {@code Messaging} or the host's transaction is closed. Nothing was changed. */
public final class ClosedException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The kind of thing that is closed. */
    public enum What {
        /** The thread is closed, and its rule refuses messages. {@code reopen} opens it again. */
        THREAD,
        /** The {@code Messaging} or its storage was closed. The host must still end its own transaction. */
        MESSAGING,
        /** The host's transaction that the call should be part of has ended. Begin another one. */
        TRANSACTION
    }

    /** The kind of thing that is closed. */
    private final What what;

    /**
     * Creates the exception.
     *
     * @param what the kind of thing that is closed
     */
    public ClosedException(What what) {
        super(ErrorCode.CLOSED, message(what));
        this.what = what;
    }

    private static String message(What what) {
        return switch (what) {
            case THREAD -> "the thread is closed and takes no messages; Mailbox.reopen(…) opens it";
            case MESSAGING -> "this Messaging or its storage is closed; build a new one";
            case TRANSACTION -> "the host's transaction has ended; use the mailboxes of a new one";
        };
    }

    /**
     * Returns what is closed.
     *
     * @return the kind of thing that is closed
     */
    public What what() {
        return what;
    }
}
