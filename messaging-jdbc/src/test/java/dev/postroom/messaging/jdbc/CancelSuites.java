package dev.postroom.messaging.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Statements of calls are cancelled at random moments: a call is whole or nothing, and says which. */
abstract class CancelSuites {

    private static final double LATEST = 1.3;

    private final Random random = new Random(Figures.SEED);

    abstract String engine();

    /** The tables, which are empty. */
    abstract HazardSite site();

    /** By what other sessions know a connection. */
    abstract String number(Connection connection) throws SQLException;

    /** The statement that cancels what runs on a connection. */
    abstract String cancel(String number);

    /** Whether an answer may be lost although everything is done: where a statement commits and answers. */
    abstract boolean commitsInStatements();

    @Test
    void callsOfTheirOwnAreWholeOrNothing() throws Exception {
        cancelAll("cancelled, own", false);
    }

    @Test
    void callsInATransactionAreWholeOrNothing() throws Exception {
        cancelAll("cancelled, joined", true);
    }

    private void cancelAll(String scenario, boolean joined) throws Exception {
        Figures figures = new Figures(scenario, engine());
        HazardSite site = site();
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (OneConnection one = new OneConnection(site.pool());
                Connection other = site.pool().getConnection();
                Statement cancelling = other.createStatement()) {
            JdbcStorage storage =
                    JdbcStorage.open(one, site.options().fanOutLimit(4).migrate());
            String cancel = cancel(number(one.getConnection()));
            for (var call : Figures.some(8, RepeatableCalls.all()).entrySet()) {
                Trial trial = new Trial(site, one, storage, call.getValue(), joined);
                for (int round = 0; round < 2 * Figures.SCALE; round++) {
                    cancelOne(call.getKey(), trial, one, () -> cancelling.execute(cancel), beside, figures, joined);
                }
            }
        } finally {
            beside.shutdown();
            site.giveBack().run();
        }
        figures.end();
    }

    private void cancelOne(
            String name,
            Trial trial,
            OneConnection one,
            Cancel cancel,
            ExecutorService beside,
            Figures figures,
            boolean joined) {
        long after = (long) (random.nextDouble() * LATEST * trial.nanos());
        var cancelling = new Object() {
            Future<?> running;
            boolean tooLate;
        };
        Trial.Result result = trial.make(
                () -> {
                    long at = System.nanoTime() + after;
                    cancelling.running = beside.submit(() -> {
                        LockSupport.parkNanos(at - System.nanoTime());
                        cancel.run();
                        return null;
                    });
                },
                () -> {
                    await(cancelling.running);
                    cancelling.tooLate = absorbed(one.getConnection());
                });
        figures.round();
        boolean cancelled = result.failure().isPresent();
        if (joined && cancelling.tooLate && !cancelled) {
            // It may have ended the transaction after the call.
            return;
        }
        figures.acknowledged(cancelled ? 0 : 1);
        boolean lostAnswer = cancelled && !joined && commitsInStatements() && result.whole();
        if (!result.isRight() && !lostAnswer) {
            figures.violation(name + " cancelled after " + after + " ns: " + result);
        }
    }

    private static void await(Future<?> cancelling) {
        try {
            cancelling.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the connection notice a cancellation that came too late for the call; answers whether it did. */
    private static boolean absorbed(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    /** Cancels. */
    @FunctionalInterface
    private interface Cancel {

        void run() throws SQLException;
    }
}
