package dev.postroom.messaging.jdbc;

import java.util.List;

/**
 * Statements that go to the database together, where it can: in one round trip, whole or not at all, each seeing what
 * those before it did and what others committed before it began.
 *
 * @param parts the statements
 * @param answer the last one, a query whose first column is called {@code answer}
 */
record Script(List<Part> parts, String answer) {

    /** The first column of what answers. */
    static final String ANSWER = "answer";

    /** One of the statements. */
    sealed interface Part {}

    /**
     * A statement that stands for itself.
     *
     * @param text the statement
     */
    record Plain(String text) implements Part {}

    /**
     * An insert that does nothing if the row is there.
     *
     * @param text the insert
     */
    record Claiming(String text) implements Part {}

    /**
     * A change with its log rows.
     *
     * @param change the change
     */
    record Logged(LoggedChange change) implements Part {}

    static Part plain(String text) {
        return new Plain(text);
    }

    static Part claiming(String text) {
        return new Claiming(text);
    }

    static Part logged(LoggedChange change) {
        return new Logged(change);
    }
}
