package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.MailboxSuite;
import org.junit.jupiter.api.Tag;

/** What a host gets through the public API, on an embedded H2 file. */
@Tag("slow")
class EmbeddedMailboxTest extends MailboxSuite {

    @Override
    protected StorageFixture newFixture() {
        return new EmbeddedFixture();
    }
}
