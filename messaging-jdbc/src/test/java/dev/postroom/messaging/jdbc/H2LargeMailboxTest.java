package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.suite.MailboxSuite;
import org.junit.jupiter.api.Tag;

/** What a mailbox promises, on H2 with large threads. */
@Tag("slow")
class H2LargeMailboxTest extends MailboxSuite {

    @Override
    protected StorageFixture newFixture() {
        return LargeThreads.onH2(LargeThreads.FROM_TWO);
    }
}
