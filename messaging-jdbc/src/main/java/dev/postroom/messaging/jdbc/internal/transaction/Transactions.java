package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.session.Session;
import java.util.function.Function;

/** Runs operations: says on which connection, and who ends the transaction. */
public interface Transactions {

    /** Runs an operation whose statements are each atomic by itself and stand for themselves. */
    <T> T single(Function<Session, T> operation);

    /** Does the same for an operation that may write. */
    <T> T write(Function<Session, T> operation);

    /** Runs an operation of several statements that happen whole or not at all. */
    <T> T atomic(Function<Session, T> operation);

    /** Runs an operation that is one script where the database runs scripts, and several statements elsewhere. */
    default <T> T scripted(Function<Session, T> operation) {
        return runsScripts() ? write(operation) : atomic(operation);
    }

    /** Whether each operation is a transaction of its own, here and now. */
    boolean isOwn();

    /** Whether the database runs scripts. */
    boolean runsScripts();

    /** Does the same for an operation that may undo its changes although nothing failed. */
    default <T> T undoable(Function<Session, T> operation) {
        return atomic(operation);
    }

    /** Runs several reading statements that see one moment. */
    <T> T snapshot(Function<Session, T> operation);
}
