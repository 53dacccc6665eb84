package dev.postroom.messaging.testkit.inmemory;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AccessContract;
import dev.postroom.messaging.testkit.contract.BadInputContract;
import dev.postroom.messaging.testkit.contract.JoinedMailboxContract;
import dev.postroom.messaging.testkit.contract.MailboxContract;
import dev.postroom.messaging.testkit.contract.MessagePageContract;
import dev.postroom.messaging.testkit.contract.SendAllContract;
import org.junit.jupiter.api.Nested;

/** What a host gets through the public API, on the in-memory storage. */
class InMemoryMailboxTest {

    @Nested
    class Access extends AccessContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class BadInput extends BadInputContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class JoinedMailbox extends JoinedMailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class Mailbox extends MailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class MessagePage extends MessagePageContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }

    @Nested
    class SendAll extends SendAllContract {
        @Override
        protected StorageFixture newFixture() {
            return new InMemoryFixture();
        }
    }
}
