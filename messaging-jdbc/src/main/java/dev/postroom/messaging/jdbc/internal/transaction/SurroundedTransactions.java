package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.session.Session;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work with something done around each operation, depending on whether it may write. */
public abstract class SurroundedTransactions implements Transactions {

    private final Transactions work;

    public SurroundedTransactions(Transactions work) {
        this.work = work;
    }

    protected abstract <T> T reading(Supplier<T> operation);

    protected abstract <T> T writing(Supplier<T> operation);

    @Override
    public final <T> T single(Function<Session, T> operation) {
        return reading(() -> work.single(operation));
    }

    @Override
    public final <T> T snapshot(Function<Session, T> operation) {
        return reading(() -> work.snapshot(operation));
    }

    @Override
    public final <T> T write(Function<Session, T> operation) {
        return writing(() -> work.write(operation));
    }

    @Override
    public final <T> T atomic(Function<Session, T> operation) {
        return writing(() -> work.atomic(operation));
    }

    @Override
    public final <T> T undoable(Function<Session, T> operation) {
        return writing(() -> work.undoable(operation));
    }

    @Override
    public final boolean isOwn() {
        return work.isOwn();
    }

    @Override
    public final boolean runsScripts() {
        return work.runsScripts();
    }
}
