package dev.postroom.messaging.testkit.broken;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.postroom.messaging.testkit.StorageFixture;
import java.util.function.Supplier;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a suite of the contract on a storage and tells what became of its tests. One trial at a time. */
final class BrokenTrial {

    private static volatile Supplier<StorageFixture> underTest = () -> {
        throw new IllegalStateException("no trial is on");
    };

    private BrokenTrial() {}

    static StorageFixture newFixture() {
        return underTest.get();
    }

    /** The tests run side by side: most of the time the interleavings only wait. */
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
