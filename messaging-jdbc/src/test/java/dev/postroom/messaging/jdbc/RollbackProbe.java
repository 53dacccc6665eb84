package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.api.Trigger;

/** An H2 trigger that runs something on another Java thread while a row is being changed or restored. */
@SuppressWarnings("exports") // Nobody but H2 uses the type.
public final class RollbackProbe implements Trigger {

    private static final AtomicReference<Callable<?>> WAITING = new AtomicReference<>();
    private static final AtomicReference<Future<?>> RUNNING = new AtomicReference<>();
    private static final AtomicInteger PASSING = new AtomicInteger();
    private static final ExecutorService BESIDE = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "beside a rollback");
        thread.setDaemon(true);
        return thread;
    });
    private static final long PATIENCE_MILLIS = 700;

    /** For H2. */
    public RollbackProbe() {}

    /** Puts the trigger on a table. */
    static void on(Statement statement, String table) throws SQLException {
        statement.execute("create trigger if not exists probe_" + table + " after insert, update, delete, rollback on "
                + table + " for each row call '" + RollbackProbe.class.getName() + "'");
    }

    /**
     * Runs the action once, while a row is changed or restored, and waits for it for a short time.
     *
     * @param passing how many rows are changed before that
     * @param action what another session does
     */
    static void arm(int passing, Callable<?> action) {
        RUNNING.set(null);
        PASSING.set(passing);
        WAITING.set(action);
    }

    /** Waits until the action has ended; it must have begun. */
    static void await() throws Exception {
        WAITING.set(null);
        Future<?> running = RUNNING.get();
        if (running == null) {
            throw new AssertionError("no row was changed or restored");
        }
        running.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) {
        if (WAITING.get() == null || PASSING.getAndDecrement() > 0) {
            return;
        }
        Callable<?> action = WAITING.getAndSet(null);
        if (action == null) {
            return;
        }
        Future<?> running = BESIDE.submit(action);
        RUNNING.set(running);
        try {
            running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits for this transaction to end.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
