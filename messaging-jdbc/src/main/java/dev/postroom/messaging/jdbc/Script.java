package dev.postroom.messaging.jdbc;

import java.util.List;
import java.util.Optional;

/**
 * Statements that go to the database together, where it can: in one round trip, whole or not at all, each seeing what
 * those before it did and what others committed before it began.
 *
 * @param parts the statements
 * @param done answers if what decides changed a row, where that is known; {@code answer} does too
 * @param answer the last one, a query whose first column is called {@code answer}
 */
record Script(List<Part> parts, String done, String answer) {

    /** The first column of what answers. */
    static final String ANSWER = "answer";

    /** One of the statements. */
    sealed interface Part {}

    /**
     * Locks the thread before anything is looked at, and sees what the rest has to do and what it is done with.
     *
     * @param text the query
     */
    record Locking(String text) implements Part {}

    /**
     * A change with its log rows that happens only under a condition on what the lock has shown. If it changes nothing then,
     * a query must answer a row.
     *
     * @param condition the condition
     * @param change the change
     * @param unless the query; without one the change must change a row
     */
    record LoggedIf(String condition, LoggedChange change, Optional<String> unless) implements Part {}

    /**
     * Changes of the members' rows, of which one must change a row if what decides did.
     *
     * @param small in a small thread
     * @param large in a large one
     * @param when the condition on the parameters under which one must
     */
    record Members(String small, String large, String when) implements Part {}

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
     * A change that happens only if what decides changed a row, and must change so many then: a database may let go of a
     * statement half-way without a word.
     *
     * @param text the change
     * @param rows how many, by the parameters
     */
    record Following(String text, String rows) implements Part {}

    static Part deciding(String text, boolean claimed) {
        return new Deciding(text, claimed);
    }

    static Part following(String text, String rows) {
        return new Following(text, rows);
    }

    static Part claiming(String text) {
        return new Claiming(text);
    }
}
