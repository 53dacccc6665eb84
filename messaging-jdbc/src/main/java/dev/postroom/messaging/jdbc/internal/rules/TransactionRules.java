package dev.postroom.messaging.jdbc.internal.rules;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Begins, limits and ends transactions as a database needs it. */
public interface TransactionRules {

    /**
     * Whether the driver begins a transaction together with its first statement, so that the statement runs as a transaction
     * of its own if the beginning is cancelled. The first statement of an operation must not write then.
     */
    default boolean beginsLate() {
        return false;
    }

    /**
     * Undoes what is left of a script that failed.
     *
     * @param joined whether in a transaction of the host
     * @throws SQLException if that fails, or it cannot be told whether there is anything to undo
     */
    default void takeBack(Connection connection, boolean joined) throws SQLException {}

    /** The isolation in which a transaction sees one moment throughout. */
    default int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** Whether the time-out can be set for a single statement without harm. */
    default boolean limitsStatements() {
        return true;
    }

    /**
     * The lock that operations which write take in this process, where the database may have one transaction at a time that
     * writes messages.
     */
    default Optional<Lock> oneWriter() {
        return Optional.empty();
    }

    /** Prepares the transaction that is about to begin on a connection. */
    default void begin(Connection connection) throws SQLException {}

    /**
     * Whether an operation that fails inside a host's transaction needs a savepoint to leave nothing. Not where after any
     * failed statement the transaction can only be rolled back anyway.
     */
    default boolean savepoints() {
        return true;
    }

    /** Prepares a connection for operations that are their own transaction; nothing of the host's is open on it. */
    void prepare(Connection connection) throws SQLException;

    /** Lets the statements of an inspection take as long as they need, or ends that. */
    default void lift(Connection connection, boolean lifted) throws SQLException {}
}
