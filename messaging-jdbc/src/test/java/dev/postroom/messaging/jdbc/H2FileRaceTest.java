package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on an H2 file of the host's. */
@Tag("slow")
class H2FileRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2FileFixture();
    }
}
