package dev.postroom.messaging.testkit.broken;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.postroom.messaging.testkit.StorageFixture;
import java.util.function.Supplier;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs one contract on a storage and returns the events of its tests. Only one run is active at a time. */
final class BrokenStoreRun {

    private static volatile Supplier<StorageFixture> underTest = () -> {
        throw new IllegalStateException("no run is active");
    };

    private BrokenStoreRun() {}

    static StorageFixture newFixture() {
        return underTest.get();
    }

    /** Runs the tests in parallel, because the interleavings mostly wait. */
    static synchronized Events of(Class<?> suite, Supplier<StorageFixture> storage) {
        underTest = storage;
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute()
                .testEvents();
    }
}
