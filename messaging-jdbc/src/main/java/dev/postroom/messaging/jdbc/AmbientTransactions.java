package dev.postroom.messaging.jdbc;

import java.util.function.Function;

/** Operations in the transaction that runs on the Java thread, and in one of their own where none runs. */
final class AmbientTransactions implements Transactions {

    private final ConnectionSource source;
    private final Transactions joined;
    private final Transactions own;

    AmbientTransactions(ConnectionSource source, Transactions joined, Transactions own) {
        this.source = source;
        this.joined = joined;
        this.own = own;
    }

    private Transactions work() {
        return source.inTransaction() ? joined : own;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return work().single(operation);
    }

    @Override
    public <T> T write(Function<Session, T> operation) {
        return work().write(operation);
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        return work().atomic(operation);
    }

    @Override
    public <T> T undoable(Function<Session, T> operation) {
        return work().undoable(operation);
    }

    @Override
    public boolean isOwn() {
        return work().isOwn();
    }

    @Override
    public boolean runsScripts() {
        return own.runsScripts();
    }

    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return work().snapshot(operation);
    }
}
