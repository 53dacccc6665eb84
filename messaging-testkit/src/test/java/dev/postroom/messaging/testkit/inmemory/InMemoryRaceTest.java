package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.OnceRaceContract;
import dev.postroom.messaging.testkit.contract.PositionRaceContract;
import dev.postroom.messaging.testkit.contract.SendRaceContract;
import dev.postroom.messaging.testkit.contract.StressContract;
import org.junit.jupiter.api.Nested;

/** The in-memory storage used by many Java threads at once. */
class InMemoryRaceTest {

    @Nested
    class Send extends SendRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Once extends OnceRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Position extends PositionRaceContract {
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
