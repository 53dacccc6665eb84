package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.model.ClosedException;
import dev.postroom.messaging.model.StorageException;
import dev.postroom.messaging.spi.HostTransaction;
import java.sql.Connection;
import java.sql.SQLException;

/** The transaction that somebody else began on a connection, and the way to that connection for as long as it runs. */
public final class JdbcTransaction implements HostTransaction {

    private final Object storage;
    private final Connection connection;
    private volatile boolean lost;

    public JdbcTransaction(Object storage, Connection connection) {
        this.storage = storage;
        this.connection = connection;
    }

    public boolean isOf(Object asked) {
        return storage.equals(asked);
    }

    /** The database gave the transaction up: what is done on the connection from now on belongs to another one. */
    void lose() {
        lost = true;
    }

    /** Asked before each operation: on a connection in autocommit mode each of its statements would be committed at once. */
    Connection connection() throws SQLException {
        if (connection.isClosed() || connection.getAutoCommit()) {
            throw new ClosedException(ClosedException.What.TRANSACTION);
        }
        if (lost) {
            throw new StorageException(
                    "the host's transaction was lost with an earlier call in it: roll back and run all of it again",
                    true,
                    true,
                    null);
        }
        return connection;
    }
}
