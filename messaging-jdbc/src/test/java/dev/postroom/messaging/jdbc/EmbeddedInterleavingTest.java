package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** Operations that meet each other, on an embedded H2 file. */
@Tag("slow")
class EmbeddedInterleavingTest extends InterleavingSuites {

    @Override
    StorageFixture fixture() {
        return new EmbeddedFixture();
    }
}
