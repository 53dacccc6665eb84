package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL. Its driver sends statements with semicolons between them in one round trip, as one transaction. */
final class PostgresDialect implements Dialect {

    /** A row, a table, another thing of that name. */
    private static final Set<String> DUPLICATES = Set.of("23505", "42P07", "42710");

    private static final String MISSING_SCHEMA = "3F000";
    private static final String MISSING_COLUMN = "42703";
    private static final String MISSING_TABLE = "42P01";
    /** The transaction had failed before, by a statement of the host's. */
    private static final String ABORTED = "25P02";

    /** More often than the driver runs a statement before it has it prepared. */
    private static final int OFTEN = 8;

    private static final String CANCELLED = "57014";

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03");

    /** A prepared statement is there already or is not there; the protocol was violated. */
    private static final Set<String> STATEMENT_LOST = Set.of("42P05", "26000", "08P01");

    /** Connection failures, lack of resources, interventions of an operator. */
    private static final Set<String> PASSING = Set.of("53", "57");

    @Override
    public boolean isMissingSchema(SQLException failure) {
        return MISSING_SCHEMA.equals(failure.getSQLState());
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return MISSING_COLUMN.equals(failure.getSQLState());
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public void configure(Jdbi jdbi) {
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Integer.class, "integer");
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

    /** The driver sends BEGIN as a simple query, without waiting for its answer; seen with 42.7. */
    @Override
    public boolean beginsLate() {
        return true;
    }

    @Override
    public boolean runsScripts() {
        return true;
    }

    @Override
    public String plan(WritePlan plan) {
        return PostgresPlans.text(plan);
    }

    @Override
    public boolean hasShortPlans() {
        return true;
    }

    /** {@code offset 0} keeps the look-up as it is written; an outer join may become one that reads all threads. */
    @Override
    public String thread() {
        return "cross join lateral (select s.* from $thread s where s.tenant = :tenant and s.id = m.thread_id offset 0) t";
    }

    @Override
    public boolean plansByLength() {
        return true;
    }

    @Override
    public String threads() {
        return "unnest(:threads) v(id)";
    }

    @Override
    public String parties() {
        return "(select u.id collate \"C\" as id from unnest(:parties) u(id)) v";
    }

    /** Two nodes that make the same table at once find each other's row in the catalogue, or the type of its rows. */
    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure.getSQLState() != null && DUPLICATES.contains(failure.getSQLState());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return MISSING_TABLE.equals(failure.getSQLState());
    }

    @Override
    public boolean isTransient(SQLException failure) {
        return failure.getSQLState() != null && TRANSIENT.contains(failure.getSQLState());
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return isTransient(failure) || PASSING.contains(group(failure)) || ABORTED.equals(failure.getSQLState());
    }

    /** After any failure PostgreSQL accepts nothing but the end of the transaction. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return true;
    }

    @Override
    public boolean savepoints() {
        return false;
    }

    @Override
    public String advice(SQLException failure) {
        return failure.getSQLState() != null && STATEMENT_LOST.contains(failure.getSQLState())
                ? ": the server and the driver disagree about a prepared statement; a pooler in transaction mode (such as"
                        + " pgbouncer before 1.21) needs prepareThreshold=0 in the URL of the driver"
                : "";
    }

    /** Others may quote values, in their details at least. */
    @Override
    public boolean isPresentable(SQLException failure) {
        return isTransient(failure) || CANCELLED.equals(failure.getSQLState()) || "08".equals(group(failure));
    }

    private static String group(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** Nothing: asking for the isolation would cost a round trip each time. It is looked at when a storage is opened. */
    @Override
    public void prepare(Connection connection) {}

    @Override
    public void validate(Connection connection, SqlRenderer names) throws SQLException {
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
                if (transactions(script).size() != 1) {
                    throw refused("the driver splits scripts into transactions: preferQueryMode must not be simple");
                }
            }
        }
    }

    private static Set<String> transactions(PreparedStatement script) throws SQLException {
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
