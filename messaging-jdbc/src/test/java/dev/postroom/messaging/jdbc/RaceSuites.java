package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.OnceRaceContract;
import dev.postroom.messaging.testkit.contract.PositionRaceContract;
import dev.postroom.messaging.testkit.contract.SendRaceContract;
import dev.postroom.messaging.testkit.contract.StressContract;
import org.junit.jupiter.api.Nested;

/** Many operations at once, for the databases that extend this. */
abstract class RaceSuites {

    /** An empty storage for each test. */
    abstract StorageFixture fixture();

    @Nested
    class Once extends OnceRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Position extends PositionRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Send extends SendRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Stress extends StressContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }
}
