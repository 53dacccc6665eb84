package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.random.RandomWalkContract;
import dev.postroom.messaging.testkit.contract.random.ThreadSizeContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Random walks through threads that get large and small again, on MariaDB. */
@Tag("slow")
class MariaDbLargeWalkTest {

    @Nested
    class FromThree extends ThreadSizeContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_THREE);
        }
    }

    @Nested
    class FromFive extends ThreadSizeContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_FIVE);
        }
    }

    @Nested
    class Random extends RandomWalkContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.on(TestServer.MARIADB, LargeThreads.FROM_FIVE);
        }
    }
}
