package dev.postroom.messaging.model;

/** An argument is not acceptable. Nothing was changed. */
public class InvalidException extends MessagingException {

    private static final long serialVersionUID = 1L;

    /** The name of the argument. */
    private final String field;
    /** What is wrong with it. */
    private final String problem;

    /**
     * Names a field and what is wrong with it.
     *
     * @param field the argument, as it is called in the API, such as {@code text} or {@code userId}
     * @param problem what is wrong, without the offending content
     */
    public InvalidException(String field, String problem) {
        super(ErrorCode.INVALID, field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /**
     * Answers which argument is meant.
     *
     * @return the name of the argument
     */
    public final String field() {
        return field;
    }

    /**
     * Answers what is wrong with the argument.
     *
     * @return a phrase that follows the field's name, such as {@code must not be blank}
     */
    public final String problem() {
        return problem;
    }
}
