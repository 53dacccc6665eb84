package dev.postroom.messaging.testkit.inmemory;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Measures how many bytes the calling Java thread allocates on the heap. */
final class Allocations {

    /**
     * The number of runs until classes are loaded, statements are compiled and caches are filled. What the compilers of
     * the JVM save later is little.
     */
    private static final int WARM_UP = 50;

    private static final int BATCHES = 5;
    private static final int OPERATIONS = 10;

    private static final int REFERENCES = 10_000;
    private static final int BYTES_OF_SHORT_REFERENCE = 4;

    /** The last answer. A compiler could remove allocations of an answer that is not stored. */
    static volatile Object kept;

    private Allocations() {}

    /**
     * Tells whether this JVM reports allocations in the usual measure. With a heap beyond 32 GB a reference takes twice
     * as much.
     */
    static boolean areTold() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()
                && threads.isThreadAllocatedMemoryEnabled()
                && measured(() -> new Object[REFERENCES]) < REFERENCES * (BYTES_OF_SHORT_REFERENCE + 1);
    }

    /**
     * Returns the median number of bytes that an operation allocates. Another operation, which is not counted, runs
     * before each one.
     */
    static long of(Runnable before, Supplier<?> operation) {
        for (int i = 0; i < WARM_UP; i++) {
            before.run();
            kept = operation.get();
        }
        return LongStream.generate(() -> batch(before, operation))
                .limit(BATCHES)
                .sorted()
                .skip(BATCHES / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long batch(Runnable before, Supplier<?> operation) {
        long bytes = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            before.run();
            bytes += measured(operation);
        }
        return bytes / OPERATIONS;
    }

    private static long measured(Supplier<?> operation) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        kept = operation.get();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
