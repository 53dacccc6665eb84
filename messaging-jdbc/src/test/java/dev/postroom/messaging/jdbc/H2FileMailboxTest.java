package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.MailboxSuite;
import org.junit.jupiter.api.Tag;

/** What a host gets through the public API, on an H2 file of the host's. */
@Tag("slow")
class H2FileMailboxTest extends MailboxSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2FileFixture();
    }
}
