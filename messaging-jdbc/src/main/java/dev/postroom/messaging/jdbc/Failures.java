package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.model.StorageException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the database into exceptions that carry no content: databases quote values in some of their messages,
 * and Jdbi quotes statements with all that is bound to them.
 */
final class Failures {

    private Failures() {}

    /** The database's own exception behind whatever was thrown. */
    static Optional<SQLException> sql(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    static StorageException storage(Throwable thrown, Dialect dialect, boolean joined) {
        return sql(thrown)
                .map(failure -> new StorageException(
                        "the database failed with " + code(failure),
                        dialect.isPassing(failure) || isPassing(failure),
                        joined && dialect.endsTransaction(failure),
                        shown(
                                failure,
                                dialect.isPresentable(failure) || failure instanceof SQLTransientConnectionException)))
                .orElseGet(() -> new StorageException(
                        "the storage failed with " + thrown.getClass().getName(), false, false, bare(thrown)));
    }

    static StorageException opening(String what, SQLException failure) {
        return new StorageException(what + ": " + code(failure), false, false, failure);
    }

    /** Only inside a host's transaction that sees the world as of its beginning: what the database found there is later. */
    static StorageException unseen(String what) {
        return new StorageException(
                "the " + what + " is used by a transaction that this one does not see", true, false, null);
    }

    /** Nothing was stored, and nothing says why: somebody killed a statement, or its time was up, without a word. */
    static StorageException brokenOff() {
        return new StorageException("a message was refused although all guards hold", true, false, null);
    }

    /** A fault of this library, never of its caller. */
    static StorageException fault(String what) {
        return new StorageException("fault in messaging-jdbc: " + what, false, false, null);
    }

    private static String code(SQLException failure) {
        return failure.getClass().getSimpleName() + " " + failure.getSQLState() + "/" + failure.getErrorCode();
    }

    /** A pool that had no connection in time says so by these, whatever the database. */
    private static boolean isPassing(SQLException failure) {
        return failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException;
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

    /** Where it happened, without what it says. */
    private static Throwable bare(Throwable thrown) {
        RuntimeException copy = new RuntimeException(thrown.getClass().getName() + ", its message left out");
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }
}
