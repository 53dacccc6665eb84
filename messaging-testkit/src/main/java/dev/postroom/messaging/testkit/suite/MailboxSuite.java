package dev.postroom.messaging.testkit.suite;

import dev.postroom.messaging.testkit.StorageFixture;
import dev.postroom.messaging.testkit.contract.mailbox.AccessContract;
import dev.postroom.messaging.testkit.contract.mailbox.BadInputContract;
import dev.postroom.messaging.testkit.contract.mailbox.JoinedMailboxContract;
import dev.postroom.messaging.testkit.contract.mailbox.MailboxContract;
import dev.postroom.messaging.testkit.contract.mailbox.MessagePageContract;
import dev.postroom.messaging.testkit.contract.mailbox.SendAllContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * Runs all contracts of the public API on top of a storage. {@link StorageSuite} contains this suite. Extend it by
 * itself to test a variant of a storage.
 */
public abstract class MailboxSuite {

    /** For tests to extend. */
    protected MailboxSuite() {}

    /**
     * Makes a fixture with an empty storage.
     *
     * @return the fixture, a new one for each test
     */
    protected abstract StorageFixture newFixture();

    @Nested
    @Tag("AccessContract")
    class AccessTests extends AccessContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("BadInputContract")
    class BadInputTests extends BadInputContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("JoinedMailboxContract")
    class JoinedMailboxTests extends JoinedMailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MailboxContract")
    class MailboxTests extends MailboxContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("MessagePageContract")
    class MessagePageTests extends MessagePageContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }

    @Nested
    @Tag("SendAllContract")
    class SendAllTests extends SendAllContract {
        @Override
        protected StorageFixture newFixture() {
            return MailboxSuite.this.newFixture();
        }
    }
}
