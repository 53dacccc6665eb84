package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AccessContract;
import dev.postroom.messaging.testkit.contract.BadInputContract;
import dev.postroom.messaging.testkit.contract.MailboxContract;
import dev.postroom.messaging.testkit.contract.MessagePageContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What a host gets through the public API, on an embedded H2 file. */
@Tag("slow")
class EmbeddedMailboxTest {

    @Nested
    class Access extends AccessContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class BadInput extends BadInputContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class Mailbox extends MailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }

    @Nested
    class MessagePage extends MessagePageContract {
        @Override
        protected StorageFixture newFixture() {
            return new EmbeddedFixture();
        }
    }
}
