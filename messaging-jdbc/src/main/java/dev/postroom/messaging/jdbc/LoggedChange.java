package dev.postroom.messaging.jdbc;

/**
 * A guarded change of rows together with the log row for each row it changed: one atomic step, of which nothing happens
 * where the guards do not hold. How the two are put together is the dialect's business.
 *
 * <p>The log row takes {@code :type}, {@code :whose}, {@code :actor} and {@code :at} from the parameters.
 *
 * @param kind what the change does to the rows
 * @param statement the change
 * @param thread the expression for the thread's id in a changed row {@code c}
 * @param seq the expression for the seq to be logged, of a changed row {@code c} and the parameters
 */
record LoggedChange(Kind kind, String statement, String thread, String seq) {

    /** What a change does. */
    enum Kind {
        UPDATE,
        INSERT,
        DELETE
    }

    static LoggedChange update(String statement, String seq) {
        return new LoggedChange(Kind.UPDATE, statement, "c.thread_id", seq);
    }

    static LoggedChange updateOfThread(String statement, String seq) {
        return new LoggedChange(Kind.UPDATE, statement, "c.id", seq);
    }

    static LoggedChange insert(String statement) {
        return new LoggedChange(Kind.INSERT, statement, "c.thread_id", "c.seq");
    }

    static LoggedChange delete(String statement) {
        return new LoggedChange(Kind.DELETE, statement, "c.thread_id", "c.seq");
    }
}
