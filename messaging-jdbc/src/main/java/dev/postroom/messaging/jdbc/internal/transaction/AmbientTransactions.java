package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.session.Session;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Operations in the transaction that runs on the Java thread, and in one of their own where none runs. */
public final class AmbientTransactions implements Transactions {

    private final BooleanSupplier joining;
    private final Transactions joined;
    private final Transactions own;

    /**
     * Makes them.
     *
     * @param joining says whether a transaction of the host runs on the calling Java thread
     * @param joined the operations in it
     * @param own the operations where none runs
     */
    public AmbientTransactions(BooleanSupplier joining, Transactions joined, Transactions own) {
        this.joining = joining;
        this.joined = joined;
        this.own = own;
    }

    private Transactions work() {
        return joining.getAsBoolean() ? joined : own;
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
