package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet each other, on an embedded H2 file. */
@Tag("slow")
class EmbeddedInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
