package dev.postroom.messaging.jdbc;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets one operation write at a time. H2 puts what several sessions changed into its file in one go, table after table,
 * whoever commits; of a transaction that goes on meanwhile a part may then be in the file without what would undo it, and
 * stays if the process is killed before the next commit. With one writer there is no such transaction.
 *
 * <p>An interrupt does not end the wait: the one before is done soon, and the interrupt is the caller's to see, afterwards.
 */
final class OneWriter implements Work {

    private final Work work;
    private final Upkeep upkeep;
    private final ReentrantLock writing = new ReentrantLock(true);

    OneWriter(Work work, Upkeep upkeep) {
        this.work = work;
        this.upkeep = upkeep;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return upkeep.watched(() -> work.single(operation));
    }

    @Override
    public <T> T write(Function<Session, T> operation) {
        return writing(() -> work.write(operation));
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        return writing(() -> work.atomic(operation));
    }

    @Override
    public boolean runsScripts() {
        return work.runsScripts();
    }

    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return upkeep.watched(() -> work.snapshot(operation));
    }

    private <T> T writing(Supplier<T> operation) {
        writing.lock();
        try {
            upkeep.before();
            T answer = upkeep.watched(operation);
            upkeep.after();
            return answer;
        } finally {
            writing.unlock();
        }
    }
}
