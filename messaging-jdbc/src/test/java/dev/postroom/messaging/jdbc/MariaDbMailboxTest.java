package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.MailboxSuite;
import org.junit.jupiter.api.Tag;

/** What hosts call, on MariaDB. */
@Tag("slow")
class MariaDbMailboxTest extends MailboxSuite {

    @Override
    protected StorageFixture newFixture() {
        return new ServerFixture(TestServer.MARIADB);
    }
}
