package dev.postroom.messaging.model;

/** Something exceeds a limit in length or number. Nothing was changed. */
public final class TooLargeException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The name of the argument. */
    private final String field;
    /** The largest accepted value. */
    private final long limit;
    /** The value given. */
    private final long actual;

    /**
     * Names what is too large, and the limit.
     *
     * @param field the argument, such as {@code text}
     * @param limit the largest accepted value
     * @param actual the value given
     */
    public TooLargeException(String field, long limit, long actual) {
        super(ErrorCode.TOO_LARGE, field + " is too large: " + actual + ", at most " + limit);
        this.field = field;
        this.limit = limit;
        this.actual = actual;
    }

    /**
     * Answers which argument is meant.
     *
     * @return the name of the argument
     */
    public String field() {
        return field;
    }

    /**
     * Answers the largest accepted value.
     *
     * @return characters for texts, pieces for collections
     */
    public long limit() {
        return limit;
    }

    /**
     * Answers the value given.
     *
     * @return in the unit of {@link #limit()}
     */
    public long actual() {
        return actual;
    }
}
