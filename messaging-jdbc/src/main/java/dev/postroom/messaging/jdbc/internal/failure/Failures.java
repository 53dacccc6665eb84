package dev.postroom.messaging.jdbc.internal.failure;

import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the database into exceptions that carry no content: databases quote values in some of their messages,
 * and Jdbi quotes statements with all that is bound to them.
 */
public final class Failures {

    private Failures() {}

    /**
     * The database's own exception behind whatever was thrown. That is the first one that has a state: drivers and pools put
     * exceptions without any around it, those of failed batches for instance.
     */
    public static Optional<SQLException> sql(Throwable thrown) {
        @Nullable SQLException first = null;
        for (Throwable each : chain(thrown)) {
            if (each instanceof SQLException failure) {
                if (failure.getSQLState() != null) {
                    return Optional.of(failure);
                }
                first = first == null ? failure : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Returns the throwable and its causes; a failure of the database has the failures that follow it too. */
    private static Iterable<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable at = thrown; at != null && !chain.contains(at); at = at.getCause()) {
            if (at instanceof SQLException failures) {
                failures.forEach(chain::add);
                return chain;
            }
            chain.add(at);
        }
        return chain;
    }

    public static StorageException storage(Throwable thrown, ErrorCodes codes, boolean joined) {
        if (has(thrown, InterruptedException.class)) {
            Thread.currentThread().interrupt(); // Some pools clear the interrupt.
        }
        return sql(thrown)
                .map(failure -> new StorageException(
                        what(thrown) + " with " + code(failure) + codes.advice(failure),
                        codes.isPassing(failure) || isConnection(thrown, failure),
                        joined && codes.endsTransaction(failure),
                        shown(
                                failure,
                                codes.isPresentable(failure) || failure instanceof SQLTransientConnectionException)))
                .orElseGet(() -> new StorageException(
                        "the storage failed with " + thrown.getClass().getName(), false, false, bare(thrown)));
    }

    private static String what(Throwable thrown) {
        if (thrown instanceof OtherWriter) {
            return OtherWriter.WHAT;
        }
        return has(thrown, InterruptedException.class)
                ? "the call was interrupted while it waited, which failed"
                : "the database failed";
    }

    /** The commit failed, so the operation may have happened or not. */
    public static StorageException commit(RuntimeException thrown, ErrorCodes codes) {
        StorageException failure = storage(thrown, codes, false);
        return failure.getCause() instanceof SQLException shown
                ? new StorageException(
                        String.valueOf(failure.getMessage()), failure.retryCanHelp(), false, new CommitFailure(shown))
                : failure;
    }

    public static StorageException opening(String what, SQLException failure) {
        return new StorageException(what + ": " + code(failure), false, false, failure);
    }

    /** Only inside a host's transaction that sees the world as of its beginning: what the database found there is later. */
    public static StorageException unseen(String what) {
        return new StorageException(
                "the " + what + " is used by a transaction that this one does not see", true, false, null);
    }

    /** A statement did not do what it had to: somebody killed it, or its time was up, and the database did not say so. */
    public static StorageException brokenOff() {
        return new StorageException(
                "a statement was broken off, and nothing of the call is kept: call again", true, false, null);
    }

    /** An answer came when the time of its statement was up, and the database may not have said so. */
    public static StorageException late() {
        return new StorageException(
                "a query took as long as JdbcOptions.timeout allows, and its answer may not be whole",
                true,
                false,
                null);
    }

    /** A fault of this library, never of its caller. */
    public static StorageException fault(String what) {
        return new StorageException("fault in messaging-jdbc: " + what, false, false, null);
    }

    private static String code(SQLException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getSQLState() + "/" + failure.getErrorCode();
    }

    /**
     * Whether there was no connection, or it broke, whatever the database. A pool that had none in time, or was interrupted,
     * says so by one of these types or by an exception without a state.
     */
    private static boolean isConnection(Throwable thrown, SQLException failure) {
        String state = failure.getSQLState();
        return (state != null && state.startsWith("08"))
                || has(thrown, SQLTransientConnectionException.class)
                || has(thrown, SQLRecoverableException.class)
                || has(thrown, InterruptedException.class)
                || (thrown instanceof ConnectionException && state == null);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable each : chain(thrown)) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    /** Never with what caused it: behind a message that names no value H2 has one that shows a whole row. */
    private static SQLException shown(SQLException failure, boolean message) {
        String name = failure.getClass().getName();
        SQLException copy = new SQLException(
                message ? name + ": " + failure.getMessage() : name + ", its message left out",
                failure.getSQLState(),
                failure.getErrorCode());
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    /** Copies the stack trace without the message. */
    private static Throwable bare(Throwable thrown) {
        RuntimeException copy = new RuntimeException(thrown.getClass().getName() + ", its message left out");
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }
}
