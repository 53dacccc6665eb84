package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.failure.OtherWriter;
import dev.postroom.messaging.model.StorageException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Lets one operation write an H2 file at a time, and the next one only when it has ended altogether. H2 has two faults with
 * several writers:
 *
 * <ul>
 *   <li>It puts the changes of several sessions into its file in one go, table after table, at each commit. If the process
 *       is killed then, a part of a transaction that goes on may stay, without what would undo it.
 *   <li>A rollback may undo a row twice if another session commits meanwhile, and so undo what a third one has committed in
 *       between. {@code H2RollbackFaultTest} shows it.
 * </ul>
 *
 * <p>An interrupt does not end the wait, and stays set for the caller.
 */
public final class OneWriter extends SurroundedTransactions {

    private final Lock writing;
    private final Duration longest;

    /**
     * Lets operations wait for others.
     *
     * @param work the operations
     * @param writing the lock; it must be fair, so that no operation waits without end
     * @param longest how long one waits at most
     */
    public OneWriter(Transactions work, Lock writing, Duration longest) {
        super(work);
        this.writing = writing;
        this.longest = longest;
    }

    @Override
    protected <T> T reading(Supplier<T> operation) {
        return operation.get();
    }

    @Override
    protected <T> T writing(Supplier<T> operation) {
        lock();
        try {
            return operation.get();
        } finally {
            writing.unlock();
        }
    }

    private void lock() {
        long end = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        boolean locked = false;
        try {
            do {
                try {
                    locked = writing.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            } while (!locked && System.nanoTime() < end);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (!locked) {
            throw new StorageException(OtherWriter.WHAT, true, false, null);
        }
    }
}
