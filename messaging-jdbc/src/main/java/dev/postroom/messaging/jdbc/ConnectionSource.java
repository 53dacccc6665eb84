package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Connections of a host whose framework begins and ends transactions by the Java thread. It says whether one runs:
 * {@link JdbcStorage#open(ConnectionSource, JdbcOptions)} then joins it, and makes transactions of its own where none
 * runs.
 *
 * <p>With Spring, for example, if {@code dataSource} is what the transaction manager has:
 *
 * <pre>{@code
 * ConnectionSource.of(
 *     new TransactionAwareDataSourceProxy(dataSource),
 *     () -> TransactionSynchronizationManager.isActualTransactionActive()
 *         && TransactionSynchronizationManager.hasResource(dataSource))
 * }</pre>
 *
 * <p>After a commit Spring goes on saying that a transaction runs until all callbacks are through. What is sent in {@code
 * afterCommit}, or in a {@code @TransactionalEventListener} of that phase, joins a transaction that nobody commits any more,
 * as any other statement there would, and may be lost: do it in a transaction of its own ({@code REQUIRES_NEW}).
 *
 * <p>An implementation is used by many Java threads; each asks, takes and gives back by itself.
 */
public interface ConnectionSource {

    /**
     * Makes a source of a data source that hands out the connection of the running transaction.
     *
     * @param dataSource knows the running transaction; its connections are closed to give them back
     * @param inTransaction see {@link #inTransaction()}
     * @return the source
     */
    static ConnectionSource of(DataSource dataSource, BooleanSupplier inTransaction) {
        return new DataSourceConnections(
                Objects.requireNonNull(dataSource, "dataSource"),
                Objects.requireNonNull(inTransaction, "inTransaction"));
    }

    /**
     * Answers whether a transaction of the host runs on this source's connections, on the calling Java thread.
     *
     * @return true if {@link #take()} will answer the connection of a running transaction
     */
    boolean inTransaction();

    /**
     * Answers a connection for one operation: that of the running transaction, with autocommit off; without one a
     * connection on which nothing is going on.
     *
     * @return the connection
     * @throws SQLException if there is none to be had
     */
    Connection take() throws SQLException;

    /**
     * Takes back what {@link #take()} answered on the same Java thread. A running transaction goes on.
     *
     * @param connection the connection, maybe closed by now
     * @throws SQLException if it cannot be given back
     */
    void giveBack(Connection connection) throws SQLException;
}
