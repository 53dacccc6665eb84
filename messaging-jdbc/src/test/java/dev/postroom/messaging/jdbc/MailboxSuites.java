package dev.postroom.messaging.jdbc;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.AccessContract;
import dev.postroom.messaging.testkit.contract.BadInputContract;
import dev.postroom.messaging.testkit.contract.JoinedMailboxContract;
import dev.postroom.messaging.testkit.contract.MailboxContract;
import dev.postroom.messaging.testkit.contract.MessagePageContract;
import dev.postroom.messaging.testkit.contract.SendAllContract;
import org.junit.jupiter.api.Nested;

/** What hosts call, for the databases that extend this. */
abstract class MailboxSuites {

    /** An empty storage for each test. */
    abstract StorageFixture fixture();

    @Nested
    class Access extends AccessContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class BadInput extends BadInputContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class Mailbox extends MailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class MessagePage extends MessagePageContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class JoinedMailbox extends JoinedMailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }

    @Nested
    class SendAll extends SendAllContract {
        @Override
        protected StorageFixture newFixture() {
            return fixture();
        }
    }
}
