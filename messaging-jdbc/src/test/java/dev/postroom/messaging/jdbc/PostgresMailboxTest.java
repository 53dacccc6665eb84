package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What hosts call, on PostgreSQL. */
@Tag("slow")
class PostgresMailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return new ServerFixture(TestServer.POSTGRESQL);
    }
}
