package dev.postroom.messaging.jdbc.internal.transaction;

import dev.postroom.messaging.jdbc.internal.dialect.Dialect;
import dev.postroom.messaging.jdbc.internal.failure.Failures;
import dev.postroom.messaging.jdbc.internal.session.Session;
import dev.postroom.messaging.jdbc.internal.session.Statements;
import dev.postroom.messaging.model.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each operation on a connection of its own, as a transaction of its own; repeated if the failure was a passing one. */
public final class OwnTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTransactions.class);
    /** Enough for operations that meet by chance; those that meet again and again are the host's to space out. */
    private static final int ATTEMPTS = 12;

    private static final int LONGEST_PAUSE_MILLIS = 50;

    private final Jdbi jdbi;
    private final Statements statements;
    private final Dialect dialect;
    private final Duration longest;

    public OwnTransactions(Jdbi jdbi, Statements statements, Duration longest) {
        this.jdbi = jdbi;
        this.statements = statements;
        dialect = statements.dialect();
        this.longest = longest;
    }

    @Override
    public <T> T single(Function<Session, T> operation) {
        return repeated(handle -> {
            Session session = new Session(handle, statements);
            try {
                return operation.apply(session);
            } finally {
                if (session.hasOpenScript()) {
                    takeBack(handle.getConnection());
                }
            }
        });
    }

    /** The pool would hand the connection out again with a transaction on it that nobody knows of. */
    private void takeBack(Connection connection) {
        try {
            dialect.transactions().takeBack(connection, false);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Taking back a script failed with {}", e.getClass().getName());
            breakOff(connection);
        }
    }

    @Override
    public <T> T write(Function<Session, T> operation) {
        return single(operation);
    }

    @Override
    public <T> T atomic(Function<Session, T> operation) {
        return repeated(handle -> transaction(handle, operation));
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public boolean runsScripts() {
        return dialect.runsScripts();
    }

    @Override
    public <T> T snapshot(Function<Session, T> operation) {
        return repeated(handle -> {
            int before = handle.getTransactionIsolationLevel().intValue();
            handle.setTransactionIsolationLevel(dialect.transactions().snapshotIsolation());
            lift(handle, true);
            try {
                handle.begin();
                return inTransaction(handle, operation);
            } finally {
                lift(handle, false);
                handle.setTransactionIsolationLevel(before);
            }
        });
    }

    private <T> T transaction(Handle handle, Function<Session, T> operation) {
        begin(handle);
        return inTransaction(handle, operation);
    }

    private <T> T inTransaction(Handle handle, Function<Session, T> operation) {
        Session session = new Session(handle, statements);
        boolean done = false;
        try {
            T answer = operation.apply(session);
            if (!session.isUndone()) {
                done = true;
                commit(handle);
            } else if (!session.hasChanged()) {
                done = true;
                release(handle);
            }
            return answer;
        } finally {
            if (!done) {
                rollBack(handle);
            }
        }
    }

    /** Ends a transaction that has changed nothing. A rollback would restore the rows that it has locked. */
    private static void release(Handle handle) {
        try {
            handle.commit();
        } catch (RuntimeException e) {
            rollBack(handle);
        }
    }

    private void begin(Handle handle) {
        try {
            dialect.transactions().begin(handle.getConnection());
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
        handle.begin();
    }

    /**
     * A commit that fails may have happened all the same: H2 reads tables again after it has committed, and may then meet
     * another transaction. So it is not repeated, which would store a message twice, or fail because it is there.
     */
    private void commit(Handle handle) {
        try {
            handle.commit();
        } catch (RuntimeException e) {
            rollBack(handle);
            throw Failures.commit(e, dialect.errors());
        }
    }

    /**
     * Rolls back on the connection itself first: Jdbi switches autocommit on whether its rollback succeeded or not, and
     * that would commit half an operation. A connection that cannot roll back is broken off, so that nobody can.
     */
    private static void rollBack(Handle handle) {
        Connection connection = handle.getConnection();
        try {
            connection.rollback();
            handle.rollback();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Rolling back failed with {}", e.getClass().getName());
            breakOff(connection);
        }
    }

    public static void breakOff(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Breaking off failed with {}", e.getClass().getName());
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("Closing failed with {}", e.getClass().getName());
        }
    }

    private void lift(Handle handle, boolean lifted) {
        try {
            dialect.transactions().lift(handle.getConnection(), lifted);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Repeats what met another transaction, but begins nothing anew once the time for a single statement is over. */
    private <T> T repeated(Function<Handle, T> operation) {
        return repeated(operation, thrown -> false);
    }

    private <T> T repeated(Function<Handle, T> operation, Predicate<RuntimeException> repeatable) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try (Handle handle = jdbi.open()) {
                return operation.apply(handle);
            } catch (StorageException e) {
                throw e;
            } catch (RuntimeException e) {
                boolean passing =
                        Failures.sql(e).filter(dialect.errors()::isTransient).isPresent() || repeatable.test(e);
                boolean again = passing && attempt < ATTEMPTS && System.nanoTime() - start < longest.toNanos();
                if (!again || !paused()) {
                    throw Failures.storage(e, dialect.errors(), false);
                }
                LOG.debug("Attempt {} met another transaction, repeating", attempt);
            }
        }
    }

    /** Waits a little, each time differently, so that two operations that met do not meet again. */
    private static boolean paused() {
        try {
            Thread.sleep(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs what is done once, before any operation, and can be done again. */
    public void prepared(Preparation preparation) {
        repeated(
                handle -> {
                    try {
                        preparation.run(handle);
                        return true;
                    } catch (SQLException e) {
                        throw new ConnectionException(e);
                    }
                },
                dialect.errors()::vanishes);
    }

    /** Something to be done on a connection, outside of any operation. */
    @FunctionalInterface
    public interface Preparation {

        void run(Handle handle) throws SQLException;
    }
}
