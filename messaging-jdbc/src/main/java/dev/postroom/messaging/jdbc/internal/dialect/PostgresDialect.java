package dev.postroom.messaging.jdbc.internal.dialect;

import dev.postroom.messaging.jdbc.internal.failure.ErrorCodes;
import dev.postroom.messaging.jdbc.internal.failure.PostgresErrorCodes;
import dev.postroom.messaging.jdbc.internal.plan.LoggedChange;
import dev.postroom.messaging.jdbc.internal.plan.WritePlan;
import dev.postroom.messaging.jdbc.internal.rules.PostgresTransactionRules;
import dev.postroom.messaging.jdbc.internal.rules.TransactionRules;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** PostgreSQL. Its driver sends statements with semicolons between them in one round trip, as one transaction. */
public final class PostgresDialect implements Dialect {

    /** More often than the driver runs a statement before it has it prepared. */
    private static final int OFTEN = 8;

    private final ErrorCodes errors = new PostgresErrorCodes();
    private final TransactionRules transactions = new PostgresTransactionRules();
    private final boolean distributed;

    /**
     * Makes the dialect.
     *
     * @param distributed whether a plan is sent as statements one by one, as a distributed PostgreSQL accepts it
     */
    public PostgresDialect(boolean distributed) {
        this.distributed = distributed;
    }

    @Override
    public ErrorCodes errors() {
        return errors;
    }

    @Override
    public TransactionRules transactions() {
        return transactions;
    }

    /** {@code offset 0} keeps the look-up as it is written; an outer join may become one that reads all threads. */
    @Override
    public SqlMacros macros() {
        return SqlMacros.standard()
                .with(
                        "[thread]",
                        "cross join lateral (select s.* from $thread s where s.tenant = :tenant and s.id = m.thread_id"
                                + " offset 0) t")
                .with("[parties]", "(select u.id collate \"C\" as id from unnest(:parties) u(id)) v");
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String logged(LoggedChange change) {
        return NestedChanges.postgres(change);
    }

    /** A unique violation would end a transaction of the host's. */
    @Override
    public String claiming(String insert) {
        return insert + " on conflict do nothing";
    }

    @Override
    public boolean runsScripts() {
        return !distributed;
    }

    @Override
    public String plan(WritePlan plan) {
        return PostgresPlans.text(plan);
    }

    @Override
    public boolean hasShortPlans() {
        return !distributed;
    }

    @Override
    public boolean plansByLength() {
        return true;
    }

    @Override
    public void validate(Connection connection, TableNames names) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw refused(
                    "connections must begin with the isolation read committed; others wait for a lock and then fail");
        }
        refuseSplitScripts(connection);
        try (Statement statement = connection.createStatement();
                ResultSet encoding = statement.executeQuery("show server_encoding")) {
            encoding.next();
            if (!encoding.getString(1).equals("UTF8")) {
                throw refused("the database's encoding must be UTF8");
            }
        }
    }

    /**
     * In its simple mode the driver sends each statement of a script as a transaction of its own; and it might for other
     * reasons once it has the script prepared, which it does when it has run a few times.
     */
    private static void refuseSplitScripts(Connection connection) throws SQLException {
        String text = "select 1 as first, pg_current_xact_id(); select 2 as second, pg_current_xact_id()";
        try (PreparedStatement script = connection.prepareStatement(text)) {
            for (int i = 0; i < OFTEN; i++) {
                if (transactionIds(script).size() != 1) {
                    throw refused("the driver splits scripts into transactions: preferQueryMode must not be simple");
                }
            }
        }
    }

    private static Set<String> transactionIds(PreparedStatement script) throws SQLException {
        Set<String> transactions = new HashSet<>();
        script.execute();
        do {
            try (ResultSet answer = script.getResultSet()) {
                answer.next();
                transactions.add(answer.getString(2));
            }
        } while (script.getMoreResults());
        return transactions;
    }

    private static StorageException refused(String why) {
        return new StorageException(why, false, false, null);
    }
}
