package dev.postroom.messaging.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/** Several Java threads that begin at the same moment. */
public final class ParallelRun {

    private static final long PATIENCE_SECONDS = 600;

    private ParallelRun() {}

    /**
     * Lets everybody do their task and waits for all.
     *
     * @param size how many
     * @param task gets a number from 0 and answers a result
     * @return the results, by number
     */
    public static <T> List<T> of(int size, IntFunction<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(size, ParallelRun::daemon);
        try {
            CyclicBarrier start = new CyclicBarrier(size);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    await(start);
                    return task.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Lets everybody do their task and waits for all.
     *
     * @param size how many
     * @param task gets a number from 0
     */
    public static void all(int size, IntConsumer task) {
        of(size, number -> {
            task.accept(number);
            return number;
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "crowd");
        thread.setDaemon(true);
        return thread;
    }

    private static void await(CyclicBarrier start) throws InterruptedException {
        try {
            start.await();
        } catch (BrokenBarrierException e) {
            throw new AssertionError("another one did not start", e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("one of several Java threads failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("one of several Java threads never came back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
