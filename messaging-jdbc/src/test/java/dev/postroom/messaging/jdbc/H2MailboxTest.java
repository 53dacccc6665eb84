package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;

/** What a host gets through the public API, on H2. */
class H2MailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return new H2Fixture();
    }
}
