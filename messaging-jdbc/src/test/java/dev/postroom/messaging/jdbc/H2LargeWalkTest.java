package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.RandomWalkContract;
import dev.postroom.messaging.testkit.contract.TideContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Random walks through threads that get large and small again, on H2. */
@Tag("slow")
class H2LargeWalkTest {

    @Nested
    class FromThree extends TideContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.onH2(LargeThreads.FROM_THREE);
        }
    }

    @Nested
    class FromFive extends TideContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.onH2(LargeThreads.FROM_FIVE);
        }
    }

    @Nested
    class Random extends RandomWalkContract {
        @Override
        protected StorageFixture newFixture() {
            return LargeThreads.onH2(LargeThreads.FROM_FIVE);
        }
    }
}
