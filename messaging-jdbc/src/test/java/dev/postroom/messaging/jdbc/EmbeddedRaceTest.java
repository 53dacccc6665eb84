package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Many operations at once, on an embedded H2 file. */
@Tag("slow")
class EmbeddedRaceTest extends RaceSuites {

    @Override
    StorageFixture fixture() {
        return new EmbeddedFixture();
    }
}
