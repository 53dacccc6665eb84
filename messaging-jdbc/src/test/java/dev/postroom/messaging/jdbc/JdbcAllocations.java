package dev.postroom.messaging.jdbc;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What the calling Java thread allocates on the heap. */
final class JdbcAllocations {

    /** Until classes are loaded, statements compiled and caches filled; what the JVM's compilers spare later is little. */
    private static final int WARM_UP = 50;

    private static final int BATCHES = 5;
    private static final int OPERATIONS = 10;

    private static final int REFERENCES = 10_000;
    private static final int BYTES_OF_SHORT_REFERENCE = 4;

    /** The last answer: of one that nobody keeps a compiler could spare parts. */
    static volatile Object kept;

    private JdbcAllocations() {}

    /** Whether this JVM tells, and in the usual measure: with a heap beyond 32 GB a reference takes twice as much. */
    static boolean areTold() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()
                && threads.isThreadAllocatedMemoryEnabled()
                && measured(() -> new Object[REFERENCES]) < REFERENCES * (BYTES_OF_SHORT_REFERENCE + 1);
    }

    /** How many bytes an operation takes, each time after another one that is not counted: the median of some batches. */
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
