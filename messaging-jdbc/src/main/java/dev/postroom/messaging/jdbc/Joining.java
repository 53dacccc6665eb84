package dev.postroom.messaging.jdbc;

import java.time.Duration;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * How operations get into transactions of the host.
 *
 * @param names of the tables
 * @param dialect of the database
 * @param timeout of a statement
 * @param fanOut which threads are large
 * @param sends the plans of sends, shared by all operations
 * @param hosts whether the host can have connections to the database at all
 * @param handles on connections of the host
 */
record Joining(
        SqlRenderer names,
        Dialect dialect,
        Duration timeout,
        FanOut fanOut,
        SendPlans sends,
        boolean hosts,
        HostHandles handles) {

    Transactions in(JdbcTransaction transaction) {
        return shared(new HostTransactions(() -> handles.open(transaction), names, dialect, transaction::lose));
    }

    /** Without an object for the transaction, no call can be refused after it was lost. */
    Transactions following(ConnectionFactory connections) {
        return shared(
                new HostTransactions(Opening.jdbi(connections, dialect, timeout)::open, names, dialect, () -> {}));
    }

    /** Own work on a database that the host has connections to as well. */
    Transactions own(Transactions work) {
        return dialect.oneWriter()
                .<Transactions>map(writing -> new OneWriter(shared(work), writing, timeout))
                .orElse(work);
    }

    private Transactions shared(Transactions work) {
        return dialect.oneWriter().isPresent() ? new SharedFileTransactions(work) : work;
    }
}
