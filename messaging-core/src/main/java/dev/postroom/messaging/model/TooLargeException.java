package dev.postroom.messaging.model;

/** Thrown when a size or number exceeds a limit. Nothing was changed. */
public final class TooLargeException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The name of the argument. */
    private final String field;
    /** The maximum accepted value. */
    private final long limit;
    /** The given value. */
    private final long actual;

    /**
     * Creates the exception.
     *
     * @param field the name of the argument, such as {@code text}
     * @param limit the maximum accepted value
     * @param actual the given value
     */
    public TooLargeException(String field, long limit, long actual) {
        super(ErrorCode.TOO_LARGE, field + " is too large: " + actual + ", the limit is " + limit);
        this.field = field;
        this.limit = limit;
        this.actual = actual;
    }

    /**
     * Returns the argument that is too large.
     *
     * @return the name of the argument
     */
    public String field() {
        return field;
    }

    /**
     * Returns the maximum accepted value.
     *
     * @return the number of characters for texts, of elements for collections
     */
    public long limit() {
        return limit;
    }

    /**
     * Returns the given value.
     *
     * @return the value, in the unit of {@link #limit()}
     */
    public long actual() {
        return actual;
    }
}
