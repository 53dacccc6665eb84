package dev.postroom.messaging.model;

/** Thrown when an argument is not acceptable. Nothing was changed. */
public class InvalidException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The name of the argument. */
    private final String field;
    /** The problem with the argument. */
    private final String problem;

    /**
     * Creates the exception.
     *
     * @param field the name of the argument in the API, such as {@code text} or {@code userId}
     * @param problem the problem, without the content of messages
     */
    public InvalidException(String field, String problem) {
        super(ErrorCode.INVALID, field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /**
     * Returns the argument that is not acceptable.
     *
     * @return the name of the argument
     */
    public final String field() {
        return field;
    }

    /**
     * Returns the problem with the argument.
     *
     * @return a phrase that follows the name of the argument, such as {@code must not be blank}
     */
    public final String problem() {
        return problem;
    }
}
