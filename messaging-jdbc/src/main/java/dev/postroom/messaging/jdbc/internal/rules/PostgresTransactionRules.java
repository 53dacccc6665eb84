package dev.postroom.messaging.jdbc.internal.rules;

import java.sql.Connection;

/** Begins, limits and ends transactions on PostgreSQL. */
public final class PostgresTransactionRules implements TransactionRules {

    /** The driver sends BEGIN as a simple query, without waiting for its answer; seen with 42.7. */
    @Override
    public boolean beginsLate() {
        return true;
    }

    @Override
    public boolean savepoints() {
        return false;
    }

    /** Nothing: asking for the isolation would cost a round trip each time. It is looked at when a storage is opened. */
    @Override
    public void prepare(Connection connection) {}
}
