package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.RaceContract;
import dev.postroom.messaging.testkit.contract.StressContract;
import org.junit.jupiter.api.Nested;

/** The in-memory storage used by many Java threads at once. */
class InMemoryRaceTest {

    @Nested
    class Race extends RaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Stress extends StressContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
