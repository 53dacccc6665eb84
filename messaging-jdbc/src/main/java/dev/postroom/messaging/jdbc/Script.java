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
     * An insert that does nothing if the row is there. What decides must then change a row, or what was claimed would name
     * nothing.
     *
     * @param text the insert
     */
    record Claiming(String text) implements Part {}

    /**
     * A change that says by whether it changes a row whether the rest happens.
     *
     * @param text the change
     * @param claimed whether it follows a claim
     */
    record Deciding(String text, boolean claimed) implements Part {}

    /**
     * Changes of which one must change a row if what decides did. They see to it by themselves; a database that lets go of a
     * statement half-way without a word is asked.
     *
     * @param texts the changes
     * @param when the condition on the parameters under which that is so
     */
    record Following(List<String> texts, String when) implements Part {}

    /**
     * A change with its log rows.
     *
     * @param change the change
     */
    record Logged(LoggedChange change) implements Part {}

    static Part deciding(String text, boolean claimed) {
        return new Deciding(text, claimed);
    }

    static Part following(String when, String... texts) {
        return new Following(List.of(texts), when);
    }

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
