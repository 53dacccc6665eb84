package dev.postroom.messaging.jdbc;

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
 * <p>An interrupt does not end the wait: the operation before ends soon, and the interrupt stays set for the caller.
 */
final class OneWriter extends SurroundedTransactions {

    private final Lock writing;

    /** The lock must be fair, so that no operation waits without end. */
    OneWriter(Transactions work, Lock writing) {
        super(work);
        this.writing = writing;
    }

    @Override
    <T> T reading(Supplier<T> operation) {
        return operation.get();
    }

    @Override
    <T> T writing(Supplier<T> operation) {
        writing.lock();
        try {
            return operation.get();
        } finally {
            writing.unlock();
        }
    }
}
