package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;
import java.util.Set;

/** Classifies the error codes of MariaDB. */
public final class MariaDbErrorCodes implements ErrorCodes {

    private static final int DUPLICATE = 1062;
    private static final int MISSING_SCHEMA = 1049;
    private static final int MISSING_COLUMN = 1054;
    private static final int MISSING_TABLE = 1146;
    private static final int LOCK_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int CHANGED_SINCE_READ = 1020;

    /** Statement time-outs, too many connections, a server that goes down. */
    private static final Set<Integer> PASSING = Set.of(1040, 1048, 1053, 1317, 1467, 1969, 1927, 3024);

    @Override
    public boolean isMissingSchema(SQLException failure) {
        return failure.getErrorCode() == MISSING_SCHEMA;
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return failure.getErrorCode() == MISSING_COLUMN;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE;
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == MISSING_TABLE;
    }

    @Override
    public boolean isTransient(SQLException failure) {
        int code = failure.getErrorCode();
        return code == DEADLOCK || code == LOCK_TIMEOUT || code == CHANGED_SINCE_READ;
    }

    @Override
    public boolean isPassing(SQLException failure) {
        return isTransient(failure) || PASSING.contains(failure.getErrorCode());
    }

    /** The connection goes on in a new transaction as if nothing had been. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK
                || failure.getErrorCode() == CHANGED_SINCE_READ
                || isConnection(failure);
    }

    /** Others quote keys, or the statement around a place, values and all. */
    @Override
    public boolean isPresentable(SQLException failure) {
        return isTransient(failure) || isConnection(failure);
    }

    private static boolean isConnection(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }
}
