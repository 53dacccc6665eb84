package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.session.Statements;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts operations into transactions of the host.
 *
 * @param statements of the storage
 * @param timeout of a statement
 * @param hosts whether the host can have connections to the database at all
 * @param handles on connections of the host
 */
public record Joining(Statements statements, Duration timeout, boolean hosts, HostHandles handles) {

    public static Joining of(Statements statements, Duration timeout, boolean hosts) {
        return new Joining(statements, timeout, hosts, new HostHandles(statements.dialect(), timeout));
    }

    public Transactions in(JdbcTransaction transaction) {
        return shared(new HostTransactions(() -> handles.open(transaction), statements, transaction::lose));
    }

    /** Without an object for the transaction, no call can be refused after it was lost. */
    public Transactions following(ConnectionFactory connections) {
        Jdbi jdbi = JdbiSetup.of(connections, statements.dialect(), timeout);
        return shared(new HostTransactions(jdbi::open, statements, () -> {}));
    }

    /** Own work on a database that the host has connections to as well. */
    public Transactions own(Transactions work) {
        return oneWriter()
                .<Transactions>map(writing -> new OneWriter(shared(work), writing, timeout))
                .orElse(work);
    }

    private Transactions shared(Transactions work) {
        return oneWriter().isPresent() ? new SharedFileTransactions(work) : work;
    }

    private Optional<Lock> oneWriter() {
        return statements.dialect().transactions().oneWriter();
    }
}
