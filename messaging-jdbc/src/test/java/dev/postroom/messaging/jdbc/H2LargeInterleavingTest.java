package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.InterleavingSuite;
import org.junit.jupiter.api.Tag;

/** Operations that meet another one in flight, on H2 with large threads. */
@Tag("slow")
class H2LargeInterleavingTest extends InterleavingSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.onH2(LargeThreads.FROM_THREE);
    }
}
