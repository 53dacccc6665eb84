package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;

/** Classifies the error codes of a database. */
public interface ErrorCodes {

    /** Whether a schema is not there. */
    boolean isMissingSchema(SQLException failure);

    /** Whether a column is not there. */
    boolean isMissingColumn(SQLException failure);

    /** Whether a failure may mean that the database was closed and began anew, empty, while it was opened. */
    default boolean vanishes(RuntimeException failure) {
        return false;
    }

    /** Whether a row was there already. */
    boolean isDuplicate(SQLException failure);

    /** Whether a table is not there. */
    boolean isMissingTable(SQLException failure);

    /** Whether the same operation may succeed when it is repeated at once. */
    boolean isTransient(SQLException failure);

    /**
     * Whether the same call may succeed when its caller repeats it later; includes what is transient, not lost
     * connections.
     */
    boolean isPassing(SQLException failure);

    /** Whether the failure ended the transaction it happened in. */
    boolean endsTransaction(SQLException failure);

    /** Answers what the host can do about a failure, where its codes do not say it; empty if nothing is known. */
    default String advice(SQLException failure) {
        return "";
    }

    /** Whether the failure's own message can be shown: it holds no value of a parameter. */
    boolean isPresentable(SQLException failure);
}
