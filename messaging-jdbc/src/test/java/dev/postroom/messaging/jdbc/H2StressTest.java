package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.StressContract;
import org.junit.jupiter.api.Nested;

/** Many operations at once on H2. */
class H2StressTest {

    @Nested
    class Stress extends StressContract {
        @Override
        protected StorageFixture newFixture() {
            return new H2Fixture();
        }
    }
}
