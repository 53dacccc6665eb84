package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** What a host gets through the public API, on an H2 file of the host's. */
class H2FileMailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return new H2FileFixture();
    }
}
