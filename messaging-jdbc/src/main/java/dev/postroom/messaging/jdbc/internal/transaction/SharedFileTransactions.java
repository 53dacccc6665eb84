package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.session.Session;
import java.util.function.Function;

/**
 * Work on an H2 file that the host has connections to as well. Each operation that may write first locks a row that all of
 * them lock, in its own transaction or in the host's. H2 keeps that lock until the transaction ends, so no second
 * transaction writes messages meanwhile; {@link OneWriter} says why none may.
 */
public final class SharedFileTransactions implements Transactions {

    private final Transactions work;

    SharedFileTransactions(Transactions work) {
        this.work = work;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return work.single(operation);
    }

    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return work.snapshot(operation);
    }

    /** Not as a single statement, which would end the transaction of the lock before it begins. */
    @Override
    public <T> T write(Function<Session, T> operation) {
        return work.atomic(locked(operation));
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        return work.atomic(locked(operation));
    }

    @Override
    public <T> T undoable(Function<Session, T> operation) {
        return work.undoable(locked(operation));
    }

    @Override
    public boolean isOwn() {
        return work.isOwn();
    }

    @Override
    public boolean runsScripts() {
        return work.runsScripts();
    }

    private static <T> Function<Session, T> locked(Function<Session, T> operation) {
        return session -> {
            session.lockWriters();
            return operation.apply(session);
        };
    }
}
