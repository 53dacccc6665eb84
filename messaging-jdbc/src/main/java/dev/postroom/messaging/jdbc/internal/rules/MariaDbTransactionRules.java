package dev.postroom.messaging.jdbc.internal.rules;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins, limits and ends transactions on MariaDB. */
public final class MariaDbTransactionRules implements TransactionRules {

    private static final String READ_COMMITTED = "set transaction isolation level read committed";

    /**
     * Does what the handler of a block does, which does not run if the block is killed between two of its statements. In a
     * transaction it fails if there is no savepoint: the block had ended when it was killed, or had not begun.
     */
    @Override
    public void takeBack(Connection connection, boolean joined) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!joined) {
                statement.execute("rollback");
                return;
            }
            statement.execute("rollback to savepoint postroom_block");
            statement.execute("release savepoint postroom_block");
        }
    }

    /** Other isolations lock what is not there: two sends of new keys would block each other. Only the next transaction. */
    @Override
    public void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ_COMMITTED)) {
            statement.execute();
        }
    }

    @Override
    public void prepare(Connection connection) {}
}
