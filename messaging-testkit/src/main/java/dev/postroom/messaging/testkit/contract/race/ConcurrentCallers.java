package dev.postroom.messaging.testkit.contract.race;

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

/** Runs a task on several Java threads that start at the same moment. */
final class ConcurrentCallers {

    private static final long TIMEOUT_SECONDS = 600;

    private ConcurrentCallers() {}

    /**
     * Runs the task on each Java thread and waits for all of them.
     *
     * @param size the number of Java threads
     * @param task the task, which gets the number of its Java thread, from 0
     * @return the results, by number
     */
    static <T> List<T> call(int size, IntFunction<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(size, ConcurrentCallers::daemon);
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
     * Runs the task on each Java thread and waits for all of them.
     *
     * @param size the number of Java threads
     * @param task the task, which gets the number of its Java thread, from 0
     */
    static void run(int size, IntConsumer task) {
        call(size, number -> {
            task.accept(number);
            return number;
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "concurrent-caller");
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
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("one of several Java threads failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("one of several Java threads did not end in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
