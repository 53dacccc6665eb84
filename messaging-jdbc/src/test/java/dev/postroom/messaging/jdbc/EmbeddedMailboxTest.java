package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What a host gets through the public API, on an embedded H2 file. */
@Tag("slow")
class EmbeddedMailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return new EmbeddedFixture();
    }
}
