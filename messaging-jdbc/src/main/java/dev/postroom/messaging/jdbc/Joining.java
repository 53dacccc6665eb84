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
 */
record Joining(Names names, Dialect dialect, Duration timeout, FanOut fanOut, boolean hosts) {

    Work in(JdbcTransaction transaction) {
        return new JoinedWork(Opening.jdbi(transaction, dialect, timeout), names, dialect, transaction::lose);
    }

    /** Without a name for the transaction, nobody can be refused after it was lost. */
    Work following(ConnectionFactory connections) {
        return new JoinedWork(Opening.jdbi(connections, dialect, timeout), names, dialect, () -> {});
    }
}
