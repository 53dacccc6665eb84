package dev.postroom.messaging.jdbc.internal.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets operations through side by side, and now and then something that must have the database for itself. */
public final class CompactionLock {

    /** Fair: who wants to be alone is not overtaken for ever. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    <T> T through(Supplier<T> operation) {
        lock.readLock().lock();
        try {
            return operation.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs something while no operation runs; answers false if it had to wait too long, and has not run it. */
    boolean alone(Duration patience, Runnable what) {
        if (!closed(patience)) {
            return false;
        }
        try {
            what.run();
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean closed(Duration patience) {
        try {
            return lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.writeLock().tryLock();
        }
    }
}
