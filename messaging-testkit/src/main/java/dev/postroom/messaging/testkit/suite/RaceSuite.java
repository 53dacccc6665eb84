package dev.postroom.messaging.testkit.suite;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.race.OnceRaceContract;
import dev.postroom.messaging.testkit.contract.race.PositionRaceContract;
import dev.postroom.messaging.testkit.contract.race.SendRaceContract;
import dev.postroom.messaging.testkit.contract.race.StressContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * Runs all contracts in which many Java threads use the same data. They take seconds. {@link StorageSuite} contains this
 * suite. Extend it by itself to test a variant of a storage.
 */
public abstract class RaceSuite {

    /** For tests to extend. */
    protected RaceSuite() {}

    /**
     * Makes a fixture with an empty storage.
     *
     * @return the fixture, a new one for each test
     */
    protected abstract StorageFixture newFixture();

    @Nested
    @Tag("OnceRaceContract")
    class OnceRaceTests extends OnceRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return RaceSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("PositionRaceContract")
    class PositionRaceTests extends PositionRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return RaceSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("SendRaceContract")
    class SendRaceTests extends SendRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return RaceSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("StressContract")
    class StressTests extends StressContract {
        @Override
        protected StorageFixture newFixture() {
            return RaceSuite.this.newFixture();
        }
    }
}
