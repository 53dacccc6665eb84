package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.OnceRaceContract;
import dev.postroom.messaging.testkit.contract.PositionRaceContract;
import dev.postroom.messaging.testkit.contract.SendRaceContract;
import dev.postroom.messaging.testkit.contract.StressContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on an embedded H2 file. */
@Tag("slow")
class EmbeddedRaceTest {

    @Nested
    class Once extends OnceRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class Position extends PositionRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class Send extends SendRaceContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class Stress extends StressContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }
}
