package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;
import java.util.Set;

/** Classifies the error codes of PostgreSQL. */
public final class PostgresErrorCodes implements ErrorCodes {

    /** A row, a table, another thing of that name. */
    private static final Set<String> DUPLICATES = Set.of("23505", "42P07", "42710");

    private static final String MISSING_SCHEMA = "3F000";
    private static final String MISSING_COLUMN = "42703";
    private static final String MISSING_TABLE = "42P01";
    /** The transaction had failed before, by a statement of the host's. */
    private static final String ABORTED = "25P02";

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
}
