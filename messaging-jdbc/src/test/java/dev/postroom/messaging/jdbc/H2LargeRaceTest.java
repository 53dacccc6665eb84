package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on H2 with large threads. */
@Tag("slow")
class H2LargeRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.onH2(LargeThreads.FROM_THREE);
    }
}
