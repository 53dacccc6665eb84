package dev.postroom.messaging.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroom.messaging.testkit.inmemory.InMemoryFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests that the contracts find the fault of each broken storage, and find none in the correct storage. */
@Tag("slow")
class BrokenStoresTest {

    @TestFactory
    Stream<DynamicTest> everyBrokenStoreIsCaught() {
        return BrokenStore.ALL.stream().map(store -> DynamicTest.dynamicTest(store.fault(), () -> assertCaught(store)));
    }

    private static void assertCaught(BrokenStore store) {
        List<String> failed = failed(BrokenStoreRun.of(store.suite(), store.fixture()));

        assertThat(failed)
                .as("tests of %s that the broken store fails", store.suite().getSimpleName())
                .contains(store.caughtBy());
    }

    @TestFactory
    Stream<DynamicTest> theRightStorePassesTheSameSuites() {
        return BrokenStore.ALL.stream()
                .map(BrokenStore::suite)
                .distinct()
                .map(suite -> DynamicTest.dynamicTest(suite.getSimpleName(), () -> assertPassed(suite)));
    }

    private static void assertPassed(Class<?> suite) {
        Events tests = BrokenStoreRun.of(suite, InMemoryFixture::new);

        assertThat(failed(tests)).isEmpty();
        assertThat(tests.succeeded().count()).isPositive();
        assertThat(tests.skipped().count() + tests.aborted().count()).isZero();
    }

    @Test
    void thereAreEnoughBrokenStores() {
        assertThat(BrokenStore.ALL).hasSizeGreaterThanOrEqualTo(14);
    }

    private static List<String> failed(Events tests) {
        return tests.failed().stream()
                .map(Event::getTestDescriptor)
                .flatMap(test -> test.getSource().stream())
                .filter(MethodSource.class::isInstance)
                .map(source -> name((MethodSource) source))
                .distinct()
                .toList();
    }

    /** Returns the name of the innermost class and of the method. */
    private static String name(MethodSource test) {
        String type = test.getClassName();
        return type.substring(type.lastIndexOf('$') + 1) + "." + test.getMethodName();
    }
}
