package dev.postroom.messaging.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several Java threads that call at the same time. */
final class Callers {

    private static final int PATIENCE_MINUTES = 10;

    private Callers() {}

    /** Lets as many callers begin at the same moment, and waits for all; fails if one of them does. */
    static void together(int callers, Call call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            CountDownLatch start = new CountDownLatch(callers);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    call.run(number);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** What one of them does. */
    @FunctionalInterface
    interface Call {

        void run(int number) throws Exception;
    }
}
