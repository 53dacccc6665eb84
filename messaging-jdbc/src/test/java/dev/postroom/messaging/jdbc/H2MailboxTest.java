package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.MailboxSuite;

/** What a host gets through the public API, on H2. */
class H2MailboxTest extends MailboxSuite {

    @Override
    protected StorageFixture newFixture() {
        return new H2Fixture();
    }
}
