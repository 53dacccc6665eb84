package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.RaceSuite;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on an embedded H2 file. */
@Tag("slow")
class EmbeddedRaceTest extends RaceSuite {

    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
