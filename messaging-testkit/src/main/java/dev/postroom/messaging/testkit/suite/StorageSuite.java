package dev.postroom.messaging.testkit.suite;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * Runs every contract that a storage must pass. An adapter extends this class once:
 *
 * <pre>{@code
 * class MyStorageTest extends StorageSuite {
 *     @Override
 *     protected StorageFixture newFixture() {
 *         return new MyFixture();
 *     }
 * }
 * }</pre>
 *
 * <p>The name of each contract class is a JUnit tag, so that one of them can be run by itself: {@code -Dgroups=AppendContract}. The races are
 * tagged {@code slow} as well.
 */
public abstract class StorageSuite {

    /** For tests to extend. */
    protected StorageSuite() {}

    /**
     * Makes a fixture with an empty storage.
     *
     * @return the fixture, a new one for each test
     */
    protected abstract StorageFixture newFixture();

    @Nested
    class ContractSuites extends ContractSuite {
        @Override
        protected StorageFixture newFixture() {
            return StorageSuite.this.newFixture();
        }
    }

    @Nested
    class InterleavingSuites extends InterleavingSuite {
        @Override
        protected StorageFixture newFixture() {
            return StorageSuite.this.newFixture();
        }
    }

    @Nested
    class MailboxSuites extends MailboxSuite {
        @Override
        protected StorageFixture newFixture() {
            return StorageSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("slow")
    class RaceSuites extends RaceSuite {
        @Override
        protected StorageFixture newFixture() {
            return StorageSuite.this.newFixture();
        }
    }
}
