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
 * @param hosts whether the host can have connections to the database at all
 * @param handles on connections of the host
 */
record Joining(Names names, Dialect dialect, Duration timeout, FanOut fanOut, boolean hosts, HostHandles handles) {

    Work in(JdbcTransaction transaction) {
        return shared(new JoinedWork(() -> handles.open(transaction), names, dialect, transaction::lose));
    }

    /** Without an object for the transaction, no call can be refused after it was lost. */
    Work following(ConnectionFactory connections) {
        return shared(new JoinedWork(Opening.jdbi(connections, dialect, timeout)::open, names, dialect, () -> {}));
    }

    /** Own work on a database that the host has connections to as well. */
    Work own(Work work) {
        return dialect.oneWriter()
                .<Work>map(writing -> new OneWriter(shared(work), writing))
                .orElse(work);
    }

    private Work shared(Work work) {
        return dialect.oneWriter().isPresent() ? new SharedFileWork(work) : work;
    }
}
