package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import org.junit.jupiter.api.Tag;

/** What a mailbox promises, on H2 with large threads. */
@Tag("slow")
class H2LargeMailboxTest extends MailboxSuites {

    @Override
    StorageFixture fixture() {
        return LargeThreads.onH2(LargeThreads.FROM_TWO);
    }
}
