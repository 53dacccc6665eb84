package dev.postroom.messaging.spi;

/**
 * Where conversations are kept. Implement this to put Postroom on another store; the contract suites of {@code
 * messaging-testkit} say whether an implementation is right.
 *
 * <h2>What every implementation promises</h2>
 *
 * <ul>
 *   <li><b>Operations are atomic.</b> Each method that changes something happens whole or not at all, also when the
 *       process dies, and is durable when it returns (an in-memory storage excepted). No caller sees half of it.
 *   <li><b>Guards hold at that moment.</b> What an operation checks is true when it takes effect, not when it was
 *       called: an operation that had to wait judges by what it finds after waiting. Guards are judged in the order of
 *       the constants of {@link Refusal}; the first that fails is the answer. A refused operation changes nothing and
 *       uses up no client key.
 *   <li><b>Refusals are answers, failures are exceptions.</b> Whatever the domain foresees comes back as an outcome;
 *       only {@link dev.postroom.messaging.model.StorageException} is thrown, for failures of the store itself, and what
 *       {@link #joined} says of transactions that have ended.
 *   <li><b>One tenant.</b> An operation reads and writes only rows of {@link Caller#tenant()}. The same id in two tenants
 *       names two things.
 *   <li><b>Byte for byte.</b> Ids, keys and subjects are compared and given back exactly as they came; {@code joe},
 *       {@code Joe}, {@code Jöe} and {@code joe } are four people, user 42 and guest 42 are two.
 *   <li><b>Time</b> comes in with the operation, in whole microseconds of UTC, and is given back unchanged. A storage
 *       never asks a clock.
 *   <li><b>The log.</b> Each change writes its {@link dev.postroom.messaging.event.Change} in the same atomic step: one
 *       row for each constant of {@link dev.postroom.messaging.event.ChangeType} that applies, none for a call that
 *       changed nothing. Rows of one thread stand in the order in which the changes took effect.
 * </ul>
 *
 * <p>All methods may be called by several Java threads, and by several processes where the store allows it.
 */
public interface Storage extends AutoCloseable {

    /**
     * Creates and changes threads.
     *
     * @return always the same store
     */
    ThreadStore threads();

    /**
     * Writes and reads messages.
     *
     * @return always the same store
     */
    MessageStore messages();

    /**
     * Moves the positions of a mailbox.
     *
     * @return always the same store
     */
    PositionStore positions();

    /**
     * Sets and clears stars.
     *
     * @return always the same store
     */
    StarStore stars();

    /**
     * Answers what stands in a mailbox.
     *
     * @return always the same store
     */
    BoxStore boxes();

    /**
     * Shows everything as it is stored, to be checked.
     *
     * @return always the same inspection
     */
    Inspection inspection();

    /**
     * Answers this storage inside a transaction of the host. What the host's commit and rollback mean is the host's: what
     * was done inside is seen by nobody else before the commit, durable with it, and undone by a rollback.
     *
     * <p>Inside, everything above holds for each operation by itself, with these differences. An operation is never
     * repeated. One that fails leaves nothing, also if the host commits afterwards; if the storage cannot make sure of
     * that, or the store has given up the transaction, the {@link dev.postroom.messaging.model.StorageException} says
     * {@code transactionLost()}, and what comes later in that transaction is refused with the same as far as the storage
     * can tell. No outcome, {@link Refusal} or not, ends the transaction. Guards hold from the operation on until the
     * transaction ends. Reading sees what was done inside before.
     *
     * <p>After the transaction has ended every operation ends in a {@link dev.postroom.messaging.model.ClosedException}:
     * none is ever carried out outside of it. A storage that cannot notice the end of a transaction on a connection that
     * goes on in the next one may take part in that one. The view is closed by nobody; closing it does nothing.
     *
     * @param transaction made by this storage; how is the storage's to say
     * @return a view of this storage, used by one Java thread at a time
     * @throws dev.postroom.messaging.model.InvalidException if another storage made the transaction
     */
    Storage joined(HostTransaction transaction);

    /** Closes what this storage opened, and nothing that was handed to it. May be called again. */
    @Override
    void close();
}
