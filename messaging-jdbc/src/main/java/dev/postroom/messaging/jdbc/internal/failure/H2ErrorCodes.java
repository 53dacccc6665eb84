package dev.postroom.messaging.jdbc.internal.failure;

import java.sql.SQLException;
import java.util.Set;

/** Classifies the error codes of H2. */
public final class H2ErrorCodes implements ErrorCodes {

    private static final int LOCK_TIMEOUT = 50200;
    private static final int SCHEMA_NOT_FOUND = 90079;
    private static final int CONCURRENT_UPDATE = 90131;
    /** No connection in time, a statement that took too long. */
    private static final Set<Integer> PASSING = Set.of(8001, 57014);

    /** A connection or a database that is closed, is being closed, or broke. */
    private static final Set<Integer> CLOSED = Set.of(90007, 90067, 90098, 90121, 90135);

    /** A file that cannot be read or written, and what H2 has no other number for. */
    private static final Set<Integer> GIVEN_UP = Set.of(50000, 90028, 90030, 90031);

    /** Failures of opening, closing and reaching the database, and of locks; they name files, settings and tables only. */
    private static final Set<Integer> PRESENTABLE = Set.of(
            8001,
            28000,
            57014,
            90007,
            90020,
            90028,
            90030,
            90031,
            90062,
            90067,
            90098,
            90121,
            90131,
            90146,
            LOCK_TIMEOUT);

    private final boolean memory;

    /**
     * Makes the codes.
     *
     * @param memory whether the database is in memory
     */
    public H2ErrorCodes(boolean memory) {
        this.memory = memory;
    }

    /**
     * A database in memory is closed, and lost, when it has no connection for a moment. With several first connections at
     * once that happens even if its URL says that it stays open.
     */
    @Override
    public boolean vanishes(RuntimeException failure) {
        return memory
                && Failures.sql(failure)
                        .map(thrown -> isClosing(thrown) || isMissingTable(thrown))
                        .orElse(failure instanceof IllegalStateException);
    }

    /** Whether H2 may have closed the database with a failure, or before it. */
    public static boolean isClosing(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode()) || GIVEN_UP.contains(failure.getErrorCode());
    }

    @Override
    public boolean isMissingSchema(SQLException failure) {
        return failure.getErrorCode() == SCHEMA_NOT_FOUND;
    }

    @Override
    public boolean isMissingColumn(SQLException failure) {
        return "42S22".equals(failure.getSQLState());
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        String state = failure.getSQLState();
        return "42S02".equals(state) || "42S03".equals(state) || "42S04".equals(state);
    }

    @Override
    public boolean isTransient(SQLException failure) {
        return "40001".equals(failure.getSQLState())
                || failure.getErrorCode() == LOCK_TIMEOUT
                || failure.getErrorCode() == CONCURRENT_UPDATE;
    }

    @Override
    public boolean isPassing(SQLException failure) {
        int code = failure.getErrorCode();
        return isTransient(failure) || PASSING.contains(code) || CLOSED.contains(code);
    }

    /** A deadlock rolls back everything; the connection then goes on in a new transaction as if nothing had been. */
    @Override
    public boolean endsTransaction(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("40001") || state.startsWith("08") || CLOSED.contains(failure.getErrorCode());
    }

    /** Others name the values that caused them. */
    @Override
    public boolean isPresentable(SQLException failure) {
        return PRESENTABLE.contains(failure.getErrorCode());
    }
}
