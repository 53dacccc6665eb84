package dev.postroom.messaging.jdbc;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets one operation write at a time. H2 puts what several sessions changed into its file in one go, table after table,
 * whoever commits; of a transaction that goes on meanwhile a part may then be in the file without what would undo it, and
 * stays if the process is killed before the next commit. With one writer there is no such transaction.
 */
final class OneWriter implements Work {

    private final Work work;
    private final ReentrantLock writing = new ReentrantLock(true);

    OneWriter(Work work) {
        this.work = work;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return work.single(operation);
    }

    @Override
    public <T> T write(Function<Session, T> operation) {
        writing.lock();
        try {
            return work.write(operation);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        writing.lock();
        try {
            return work.atomic(operation);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean runsScripts() {
        return work.runsScripts();
    }

    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return work.snapshot(operation);
    }
}
