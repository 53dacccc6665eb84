package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What a host gets through the public API, on an H2 file of the host's. */
@Tag("slow")
class H2FileMailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return new H2FileFixture();
    }
}
