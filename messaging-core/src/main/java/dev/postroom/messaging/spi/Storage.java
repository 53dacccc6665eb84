package dev.postroom.messaging.spi;

/**
 * A storage for conversations. Implement this interface to run Postroom on another store. The contract suites of {@code
 * messaging-testkit} test whether an implementation is correct.
 *
 * <h2>Guarantees of every implementation</h2>
 *
 * <ul>
 *   <li><b>Operations are atomic.</b> Each method that changes something happens completely or not at all, also if the
 *       process dies, and its effect is durable when it returns (except in an in-memory storage). No caller sees a
 *       half-done operation.
 *   <li><b>Guards hold when an operation takes effect.</b> An operation that had to wait checks its guards against what
 *       it finds after waiting, not against what was there when it was called. Guards are checked in the order of the
 *       constants of {@link Refusal}; the answer is the first that fails. A refused operation changes nothing and uses
 *       no client key.
 *   <li><b>Refusals are return values, failures are exceptions.</b> Everything that the domain foresees is an outcome.
 *       A storage throws only {@link dev.postroom.messaging.model.StorageException}, if the store itself fails, and the
 *       exceptions that {@link #joined} describes for transactions that have ended.
 *   <li><b>One tenant.</b> An operation reads and writes only rows of {@link Caller#tenant()}. The same id in two
 *       tenants identifies two things.
 *   <li><b>Byte for byte.</b> Ids, keys and subjects are compared and returned exactly as they were given: {@code joe},
 *       {@code Joe}, {@code Jöe}, and {@code joe} followed by a blank are four parties; user 42 and guest 42 are two.
 *   <li><b>Time</b> is an argument of the operation, in whole microseconds of UTC, and is returned unchanged. A storage
 *       never reads a clock.
 *   <li><b>The log.</b> Each change writes its {@link dev.postroom.messaging.event.Change} in the same atomic step: one
 *       row for each constant of {@link dev.postroom.messaging.event.ChangeType} that applies, and none for a call that
 *       changed nothing. The rows of a thread have the order in which the changes took effect.
 * </ul>
 *
 * <p>Several Java threads may call all methods; so may several processes, if the store allows it.
 */
public interface Storage extends AutoCloseable {

    /**
     * Returns the store that creates and changes threads.
     *
     * @return always the same store
     */
    ThreadStore threads();

    /**
     * Returns the store that writes and reads messages.
     *
     * @return always the same store
     */
    MessageStore messages();

    /**
     * Returns the store that moves the positions of a mailbox.
     *
     * @return always the same store
     */
    PositionStore positions();

    /**
     * Returns the store that sets and removes stars.
     *
     * @return always the same store
     */
    StarStore stars();

    /**
     * Returns the store that reads mailboxes.
     *
     * @return always the same store
     */
    BoxStore boxes();

    /**
     * Returns the inspection, which reads everything as it is stored.
     *
     * @return always the same inspection
     */
    Inspection inspection();

    /**
     * Returns a view of this storage inside a transaction of the host. The host commits and rolls back. What operations
     * do inside is invisible to everybody else before the commit, durable with the commit, and undone by a rollback.
     *
     * <p>Inside, all guarantees above hold for each operation, with these differences:
     *
     * <ul>
     *   <li>The storage never repeats an operation.
     *   <li>A failed operation leaves nothing behind, also if the host commits afterwards. If the storage cannot ensure
     *       that, or the store has given up the transaction, {@code transactionLost()} of the {@link
     *       dev.postroom.messaging.model.StorageException} is true. As far as the storage can tell, it then refuses
     *       further operations in that transaction with the same exception.
     *   <li>No outcome ends the transaction, whether it is a {@link Refusal} or not.
     *   <li>Guards hold from the operation until the end of the transaction.
     *   <li>Reads see what was done inside before.
     * </ul>
     *
     * <p>After the transaction has ended, every operation throws a {@link
     * dev.postroom.messaging.model.ClosedException}; none is ever executed outside of the transaction. If a connection
     * goes on in a next transaction, and the storage cannot notice the end of the first, an operation may take part in
     * the next one. Nobody needs to close the view; closing it has no effect.
     *
     * @param transaction a transaction that this storage created; each storage defines how
     * @return a view of this storage, used by one Java thread at a time
     * @throws dev.postroom.messaging.model.InvalidException if another storage created the transaction
     */
    Storage joined(HostTransaction transaction);

    /** Closes what this storage opened itself, and nothing that it was given. May be called again. */
    @Override
    void close();
}
